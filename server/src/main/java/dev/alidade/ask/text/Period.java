package dev.alidade.ask.text;

import dev.alidade.sql.TimeGrain;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A stretch of days: from {@code start} up to, not including, {@code end}; open where one is
 * absent. The grain is the precision that the question used.
 */
public record Period(Optional<LocalDate> start, Optional<LocalDate> end, TimeGrain grain) {
  public Period {
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(end, "end");
    Objects.requireNonNull(grain, "grain");
    if (start.isEmpty() && end.isEmpty()) {
      throw new IllegalArgumentException("a period has a start or an end");
    }
  }

  /** One whole day, week, month, quarter or year that begins on {@code start}. */
  public static Period of(TimeGrain grain, LocalDate start) {
    return new Period(Optional.of(start), Optional.of(plus(start, grain, 1)), grain);
  }

  /** Everything from the start of this period on. */
  public Period andLater() {
    return new Period(start, Optional.empty(), grain);
  }

  /** Everything before this period. */
  public Period before() {
    return new Period(Optional.empty(), start, grain);
  }

  /** Everything after this period. */
  public Period after() {
    return new Period(end, Optional.empty(), grain);
  }

  /** Everything up to the end of this period. */
  public Period andEarlier() {
    return new Period(Optional.empty(), end, grain);
  }

  /** From the start of this period to the end of the other. */
  public Period through(Period last) {
    return new Period(start, last.end, grain);
  }

  /** The date so many periods later. */
  public static LocalDate plus(LocalDate date, TimeGrain grain, long count) {
    return switch (grain) {
      case DAY -> date.plusDays(count);
      case WEEK -> date.plusWeeks(count);
      case MONTH -> date.plusMonths(count);
      case QUARTER -> date.plusMonths(3 * count);
      case YEAR -> date.plusYears(count);
    };
  }

  /** The first day of the period that a date falls into. */
  public static LocalDate floor(LocalDate date, TimeGrain grain) {
    return switch (grain) {
      case DAY -> date;
      case WEEK -> date.minusDays(date.getDayOfWeek().getValue() - 1L);
      case MONTH -> date.withDayOfMonth(1);
      case QUARTER -> date.withDayOfMonth(1).withMonth((date.getMonthValue() - 1) / 3 * 3 + 1);
      case YEAR -> date.withDayOfYear(1);
    };
  }
}
