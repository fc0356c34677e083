package dev.alidade.ask.ground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.ask.text.Span;
import dev.alidade.ask.text.TimeCut;
import dev.alidade.ask.text.Tokenizer;
import dev.alidade.sql.DatePart;
import dev.alidade.sql.TimeGrain;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWordsTest {
  private static final TimeWords WORDS = new TimeWords();

  @Test
  void readsWhatDatesAreToldApartBy() {
    assertThat(at("months"))
        .containsExactly(new Mention.OfGrain(new Span(0, 1), new TimeCut.Into(TimeGrain.MONTH)));
    assertThat(at("hour of the day"))
        .contains(new Mention.OfGrain(new Span(0, 4), new TimeCut.Part(DatePart.HOUR)));
  }

  @ParameterizedTest
  @CsvSource({
    "weekends, DAY_OF_WEEK, 6, 7",
    "sundays, DAY_OF_WEEK, 7, 7",
    "after 9 pm, HOUR, 21, 23",
    "before 8 am, HOUR, 0, 7",
    "at 9 pm or later, HOUR, 21, 23",
    "at 12 am, HOUR, 0, 0",
    "at 12 pm or earlier, HOUR, 0, 12"
  })
  void readsSomeDaysAndHours(String words, DatePart part, int first, int last) {
    int length = new Tokenizer().read(words).tokens().size();
    assertThat(at(words)).contains(new Mention.OfTimePart(new Span(0, length), part, first, last));
  }

  @ParameterizedTest
  @CsvSource({"before 12 am", "after 13 pm", "after 9", "at noon", "9 pm"})
  void givesNoEmptyOrImpossibleHours(String words) {
    assertThat(at(words)).isEmpty();
  }

  private static List<Mention> at(String words) {
    return WORDS.at(new Tokenizer().read(words).tokens(), 0);
  }
}
