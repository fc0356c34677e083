package dev.alidade.ask.text;

import dev.alidade.sql.TimeGrain;
import java.time.LocalDate;
import java.util.List;
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

  /** The first and the last day, month and so on of a longer period; empty where it is one. */
  public Optional<List<Period>> ends() {
    if (start.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    Period first = of(grain, start.get());
    Period last = of(grain, plus(end.get(), grain, -1));
    return first.start().equals(last.start())
        ? Optional.empty()
        : Optional.of(List.of(first, last));
  }

  /** Whether no day lies in both; open periods are never apart. */
  public boolean isApartFrom(Period other) {
    if (start.isEmpty() || end.isEmpty() || other.start.isEmpty() || other.end.isEmpty()) {
      return false;
    }
    return !end.get().isAfter(other.start.get()) || !other.end.get().isAfter(start.get());
  }

  /** A short name, such as 2025, 2025-06 or 2025-06-30. */
  public String label() {
    String first = start.map(day -> name(day, grain)).orElse("");
    String last = end.map(day -> name(day.minusDays(1), grain)).orElse("");
    return first.equals(last) ? first : (first + " to " + last).strip();
  }

  private static String name(LocalDate day, TimeGrain grain) {
    return switch (grain) {
      case YEAR -> String.valueOf(day.getYear());
      case MONTH, QUARTER -> day.toString().substring(0, 7);
      case DAY, WEEK -> day.toString();
    };
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
