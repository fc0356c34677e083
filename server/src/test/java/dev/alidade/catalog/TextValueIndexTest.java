package dev.alidade.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextValueIndexTest {
  private static final TableName CITIES = TableName.of("cities");

  @Test
  void betterMatchesScoreHigher() {
    ValueIndex index = index("New York", "New York City", "York", "Newark", "Yorkshire Terriers");
    assertThat(index.find("NEW-YORK").getFirst()).isEqualTo(match("New York", 1.0));
    assertThat(index.find("new yorks").getFirst()).isEqualTo(match("New York", 0.95));
    assertThat(index.find("york")).extracting(ValueMatch::value).startsWith("York", "New York");
    assertThat(index.find("yorkshire terrier").getFirst().score()).isEqualTo(0.95);
    assertThat(index.find("new yrok").getFirst()).isEqualTo(match("New York", 0.8));
    assertThat(index.find("newarc").getFirst()).isEqualTo(match("Newark", 0.8));
    assertThat(index.find("yorks").getFirst().score()).isLessThan(1.0);
    assertThat(index.find("terr").getFirst().score()).isLessThan(0.6);
    assertThat(index.find("paris")).isEmpty();
  }

  @Test
  void accentsPunctuationAndCaseDoNotMatter() {
    ValueIndex index = index("São Paulo", "O'Brien & Sons", "ACME, Inc.", "Ørsted", "北京", "😀 fun");
    for (String words :
        List.of("sao paulo", "obrien sons", "acme inc", "ACME INC.", "ørsted", "北京", "😀 FUN")) {
      assertThat(index.find(words)).as(words).isNotEmpty();
      assertThat(index.find(words).getFirst().score()).as(words).isEqualTo(1.0);
    }
  }

  @Test
  void digitsAreNoSlips() {
    ValueIndex index = index("AB-1234", "Model 2000");
    assertThat(index.find("AB-1235")).isEmpty();
    assertThat(index.find("ab 1234").getFirst().score()).isEqualTo(1.0);
    assertThat(index.find("model 2001")).isEmpty();
  }

  @Test
  void twoSlipsMakeAnotherWordOfAShortOne() {
    ValueIndex index = index("Atlanta", "Philippines");
    assertThat(index.find("Atlantis")).isEmpty();
    assertThat(index.find("Atlenta").getFirst().value()).isEqualTo("Atlanta");
    assertThat(index.find("Phillipines").getFirst().value()).isEqualTo("Philippines");
  }

  @Test
  void longBlankAndCountlessValuesAreLeftOut() {
    TextValueIndex.Builder builder = TextValueIndex.builder();
    builder.add(CITIES, "name", List.of("", "   ", "x".repeat(101), "ok", "?!"));
    TextValueIndex index = builder.build();
    assertThat(index.size()).isEqualTo(2);
    assertThat(index.find("ok")).hasSize(1);
    assertThat(index.find("?!")).isEmpty();
    assertThat(index.find("a ".repeat(500))).isEmpty();
  }

  @Test
  void lookingUpStaysFastAmongManyValues() {
    List<String> many = new ArrayList<>();
    for (int number = 0; number < 20_000; number++) {
      many.add("common word%s thing%d".formatted((char) ('a' + number % 26), number));
    }
    ValueIndex index = index(many.toArray(String[]::new));
    List<String> questions = List.of("common", "thing77", "wordx common", "comon", "nothing");
    questions.forEach(index::find);
    long started = System.nanoTime();
    for (int round = 0; round < 200; round++) {
      questions.forEach(index::find);
    }
    long microseconds = (System.nanoTime() - started) / 1_000 / (200L * questions.size());
    assertThat(microseconds).as("microseconds per look-up").isLessThan(5_000);
  }

  private static ValueMatch match(String value, double score) {
    return new ValueMatch(CITIES, "name", value, score);
  }

  private static ValueIndex index(String... values) {
    TextValueIndex.Builder builder = TextValueIndex.builder();
    builder.add(CITIES, "name", List.of(values));
    return builder.build();
  }
}
