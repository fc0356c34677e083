package dev.alidade.ask.build;

import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** The day from which relative dates count. */
final class LatestDay {
  private LatestDay() {}

  /** Today, or the last day that the data tells of where that is earlier. */
  static LocalDate of(SourceKnowledge knowledge, Clock clock) {
    LocalDate today = LocalDate.now(clock);
    LocalDate latest = LocalDate.MIN;
    for (Table table : knowledge.tables()) {
      for (Column column : table.columns()) {
        if (column.type().kind().isTemporal()) {
          LocalDate last =
              knowledge
                  .profile(table.name(), column.name())
                  .flatMap(profile -> profile.maximum())
                  .flatMap(LatestDay::dateOf)
                  .orElse(LocalDate.MIN);
          latest = last.isAfter(latest) ? last : latest;
        }
      }
    }
    return latest.equals(LocalDate.MIN) || latest.isAfter(today) ? today : latest;
  }

  private static Optional<LocalDate> dateOf(String text) {
    if (!text.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text.substring(0, 10)));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }
}
