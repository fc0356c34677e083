package dev.alidade.insight;

import dev.alidade.ask.text.Period;
import dev.alidade.sql.TimeGrain;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The whole periods of a time column: those that its rows do not begin or end within.
 *
 * @param first the first day of the first whole period
 * @param end the day after the last whole period
 */
record Calendar(TimeGrain grain, LocalDate first, LocalDate end) {
  /** Under so few periods nothing is said. */
  static final int FEWEST = 8;

  private static final int MANY = 120;
  private static final double NO_GAPS = 0.8;
  private static final int ISO_DATE = 10;
  private static final List<TimeGrain> FROM_FINE =
      List.of(TimeGrain.DAY, TimeGrain.WEEK, TimeGrain.MONTH, TimeGrain.QUARTER, TimeGrain.YEAR);
  private static final List<TimeGrain> FROM_USUAL =
      List.of(TimeGrain.MONTH, TimeGrain.WEEK, TimeGrain.DAY);

  /** The calendar that a column is best seen by; none where it spans too little. */
  static Optional<Calendar> of(Roles.Dated time, boolean grouped, LocalDate today) {
    if (grouped) {
      return FROM_FINE.stream()
          .filter(grain -> fits(grain, time))
          .findFirst()
          .map(grain -> inner(grain, time))
          .filter(calendar -> calendar.count() >= FEWEST);
    }
    Optional<Calendar> usual =
        FROM_USUAL.stream()
            .map(grain -> whole(grain, time, today))
            .filter(calendar -> calendar.count() >= FEWEST)
            .findFirst();
    long count = usual.map(Calendar::count).orElse(0L);
    boolean sparse = time.distinct() < count || count > MANY;
    return sparse ? coarser(time, today) : usual;
  }

  private static Optional<Calendar> coarser(Roles.Dated time, LocalDate today) {
    return List.of(TimeGrain.QUARTER, TimeGrain.YEAR).stream()
        .map(grain -> whole(grain, time, today))
        .filter(calendar -> calendar.count() >= FEWEST && calendar.count() <= MANY)
        .filter(calendar -> time.distinct() >= calendar.count())
        .findFirst();
  }

  /** Rows that stand for periods have a date for each of them. */
  private static boolean fits(TimeGrain grain, Roles.Dated time) {
    Calendar all =
        new Calendar(
            grain,
            Period.floor(time.first(), grain),
            Period.plus(Period.floor(time.last(), grain), grain, 1));
    double filled = time.distinct() / (double) all.count();
    return filled >= NO_GAPS && filled <= 1;
  }

  /** A result does not tell whether its first and last period are whole. */
  private static Calendar inner(TimeGrain grain, Roles.Dated time) {
    return new Calendar(
        grain,
        Period.plus(Period.floor(time.first(), grain), grain, 1),
        Period.floor(time.last(), grain));
  }

  private static Calendar whole(TimeGrain grain, Roles.Dated time, LocalDate today) {
    LocalDate first = Period.floor(time.first(), grain);
    LocalDate last = Period.floor(time.last(), grain);
    long slack = slack(grain, time);
    boolean beginsWithin =
        grain == TimeGrain.DAY || ChronoUnit.DAYS.between(first, time.first()) > slack;
    LocalDate end = Period.plus(last, grain, 1);
    boolean endsWithin =
        grain == TimeGrain.DAY
            || ChronoUnit.DAYS.between(time.last(), end) - 1 > slack
            || end.isAfter(today);
    return new Calendar(
        grain, beginsWithin ? Period.plus(first, grain, 1) : first, endsWithin ? last : end);
  }

  /** How many days without rows are no sign that a period is not whole. */
  private static long slack(TimeGrain grain, Roles.Dated time) {
    double between =
        ChronoUnit.DAYS.between(time.first(), time.last()) / Math.max(1.0, time.distinct() - 1.0);
    long tenth =
        ChronoUnit.DAYS.between(LocalDate.EPOCH, Period.plus(LocalDate.EPOCH, grain, 1)) / 10;
    return Math.min(tenth, (long) (1.5 * between));
  }

  /** How many whole periods there are. */
  long count() {
    return periods().size();
  }

  /** The first day of each. */
  List<LocalDate> periods() {
    List<LocalDate> periods = new ArrayList<>();
    for (LocalDate day = first; day.isBefore(end); day = Period.plus(day, grain, 1)) {
      periods.add(day);
    }
    return periods;
  }

  /** How sentences name a period. */
  String named(LocalDate day) {
    return switch (grain) {
      case DAY -> day.toString();
      case WEEK -> "the week of " + day;
      case MONTH -> DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH).format(day);
      case QUARTER -> "Q" + ((day.getMonthValue() + 2) / 3) + " " + day.getYear();
      case YEAR -> Integer.toString(day.getYear());
    };
  }

  /** What one period is called. */
  String unit() {
    return grain.name().toLowerCase(Locale.ROOT);
  }

  /** The day in a cell. */
  static Optional<LocalDate> date(Object cell) {
    String text = String.valueOf(cell);
    if (text.length() < ISO_DATE) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text.substring(0, ISO_DATE)));
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }
}
