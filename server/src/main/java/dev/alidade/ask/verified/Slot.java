package dev.alidade.ask.verified;

import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.text.Period;
import dev.alidade.ask.text.Span;
import dev.alidade.sql.TimeGrain;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Words of the approved question and those that stand in their place.
 *
 * @param readings what both may be, one kind each
 */
record Slot(Span before, Span after, List<Reading> readings) {
  Slot {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    readings = List.copyOf(readings);
  }

  /** Two values of one kind: periods, numbers, values of one column, quoted texts. */
  record Reading(Mention before, Mention after) {
    Reading {
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
    }
  }

  /** Whether the words mean the same value as before. */
  boolean isSame() {
    return readings.stream().anyMatch(one -> isSameValue(one.before, one.after));
  }

  static boolean isSameKind(Mention left, Mention right) {
    if (left instanceof Mention.OfPeriod before && right instanceof Mention.OfPeriod after) {
      return isSameShape(before.period(), after.period());
    }
    if (left instanceof Mention.OfValue before && right instanceof Mention.OfValue after) {
      return before.table().equals(after.table())
          && before.column().name().equals(after.column().name());
    }
    return (left instanceof Mention.OfNumber && right instanceof Mention.OfNumber)
        || (left instanceof Mention.OfText && right instanceof Mention.OfText);
  }

  static boolean isSameValue(Mention left, Mention right) {
    return isSameKind(left, right)
        && switch (left) {
          case Mention.OfPeriod one -> one.period().equals(((Mention.OfPeriod) right).period());
          case Mention.OfNumber one ->
              one.value().compareTo(((Mention.OfNumber) right).value()) == 0;
          case Mention.OfValue one -> one.value().equals(((Mention.OfValue) right).value());
          default -> left.meaning().equals(right.meaning());
        };
  }

  /** The year that a period is the whole of. */
  static Optional<Integer> year(Mention value) {
    return value instanceof Mention.OfPeriod said
        ? said.period()
            .start()
            .filter(start -> start.getDayOfYear() == 1)
            .filter(start -> said.period().equals(Period.of(TimeGrain.YEAR, start)))
            .map(LocalDate::getYear)
        : Optional.empty();
  }

  private static boolean isSameShape(Period left, Period right) {
    return left.start().isPresent() == right.start().isPresent()
        && left.end().isPresent() == right.end().isPresent();
  }
}
