package dev.alidade.ask.converse;

import dev.alidade.ask.text.Dates;
import dev.alidade.ask.text.Period;
import dev.alidade.ask.text.Question;
import dev.alidade.ask.text.Tokenizer;
import dev.alidade.catalog.ColumnProfile;
import dev.alidade.sql.TimeGrain;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Periods as chips show and take them. */
final class ChipPeriods {
  private ChipPeriods() {}

  /** "2025", "2025-03-01", "2025-03-01 to 2025-03-31", "since 2025-03-01". */
  static String text(Period period) {
    if (period.start().isEmpty()) {
      return "before " + period.end().orElseThrow();
    }
    LocalDate start = period.start().get();
    if (period.end().isEmpty()) {
      return "since " + start;
    }
    if (period.equals(Period.of(TimeGrain.YEAR, start))) {
      return Integer.toString(start.getYear());
    }
    LocalDate last = period.end().get().minusDays(1);
    return start.equals(last) ? start.toString() : "from " + start + " to " + last;
  }

  /** The period that a text names wholly. */
  static Optional<Period> read(String text, LocalDate today) {
    Question question = new Tokenizer().read(text);
    return question.tokens().isEmpty()
        ? Optional.empty()
        : Dates.at(question.tokens(), 0, today)
            .filter(found -> found.span().end() == question.tokens().size())
            .map(Dates.Found::period);
  }

  /** The years that a column holds, the latest first. */
  static List<String> years(ColumnProfile profile) {
    Optional<Integer> first = profile.minimum().flatMap(ChipPeriods::year);
    Optional<Integer> last = profile.maximum().flatMap(ChipPeriods::year);
    if (first.isEmpty() || last.isEmpty()) {
      return List.of();
    }
    return IntStream.rangeClosed(first.get(), last.get())
        .map(year -> last.get() + first.get() - year)
        .mapToObj(Integer::toString)
        .toList();
  }

  private static Optional<Integer> year(String text) {
    return text.matches("\\d{4}-.*")
        ? Optional.of(Integer.valueOf(text.substring(0, 4)))
        : Optional.empty();
  }
}
