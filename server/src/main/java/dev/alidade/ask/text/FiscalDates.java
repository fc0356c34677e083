package dev.alidade.ask.text;

import dev.alidade.sql.TimeGrain;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads fiscal years and quarters: "FY25", "fiscal Q3 2025", "last fiscal year". A fiscal year is
 * called by the calendar year that it ends in.
 */
public final class FiscalDates {
  private static final int MONTHS_OF_YEAR = 12;
  private static final int MONTHS_OF_QUARTER = 3;
  private static final int CENTURY = 2000;
  private static final Pattern YEAR = Pattern.compile("(?:fy)?'?(\\d{2}|\\d{4})");
  private static final Pattern SHORT = Pattern.compile("fy'?(\\d{2}|\\d{4})");
  private static final Pattern QUARTER = Pattern.compile("q([1-4])");

  private final List<Token> tokens;
  private final LocalDate today;
  private final int firstMonth;

  /**
   * @param firstMonth the month, 1 to 12, that a fiscal year begins with
   */
  private FiscalDates(List<Token> tokens, LocalDate today, int firstMonth) {
    this.tokens = tokens;
    this.today = today;
    this.firstMonth = firstMonth;
  }

  /** The fiscal period that starts at a token; relative ones count from {@code today}. */
  public static Optional<Dates.Found> at(
      List<Token> tokens, int start, LocalDate today, int firstMonth) {
    return new FiscalDates(tokens, today, firstMonth).read(start);
  }

  private Optional<Dates.Found> read(int start) {
    return switch (lower(start)) {
      case "fiscal", "financial" -> named(start, start + 1);
      case "fy" -> year(start, start + 1);
      case "this", "current" -> relative(start, 0);
      case "last", "previous" -> relative(start, -1);
      case "q1", "q2", "q3", "q4" -> quarterOfShort(start);
      default -> SHORT.matcher(lower(start)).matches() ? year(start, start) : Optional.empty();
    };
  }

  /** "fiscal year 2025", "fiscal 2025", "fiscal Q1 2025". */
  private Optional<Dates.Found> named(int start, int next) {
    Matcher quarter = QUARTER.matcher(lower(next));
    if (quarter.matches()) {
      int of = lower(next + 1).equals("of") ? next + 2 : next + 1;
      return number(of).map(year -> quarter(start, of + 1, year, quarter));
    }
    return year(start, lower(next).equals("year") ? next + 1 : next);
  }

  /** "Q1 FY2025". */
  private Optional<Dates.Found> quarterOfShort(int start) {
    Matcher quarter = QUARTER.matcher(lower(start));
    boolean shortly = SHORT.matcher(lower(start + 1)).matches();
    int at = lower(start + 1).equals("fy") ? start + 2 : start + 1;
    return quarter.matches() && (shortly || at == start + 2)
        ? number(at).map(year -> quarter(start, at + 1, year, quarter))
        : Optional.empty();
  }

  private Optional<Dates.Found> year(int start, int at) {
    return number(at)
        .map(year -> found(start, at + 1, begin(year), MONTHS_OF_YEAR, TimeGrain.YEAR, false));
  }

  private Dates.Found quarter(int start, int end, int year, Matcher quarter) {
    LocalDate begin =
        begin(year).plusMonths((Integer.parseInt(quarter.group(1)) - 1L) * MONTHS_OF_QUARTER);
    return found(start, end, begin, MONTHS_OF_QUARTER, TimeGrain.QUARTER, false);
  }

  private Optional<Dates.Found> relative(int start, int offset) {
    if (!lower(start + 1).equals("fiscal") && !lower(start + 1).equals("financial")) {
      return Optional.empty();
    }
    LocalDate year = LocalDate.of(today.getYear(), firstMonth, 1);
    LocalDate begin = year.isAfter(today) ? year.minusYears(1) : year;
    return switch (lower(start + 2)) {
      case "year" ->
          Optional.of(
              found(
                  start, start + 3, begin.plusYears(offset), MONTHS_OF_YEAR, TimeGrain.YEAR, true));
      case "quarter" -> {
        LocalDate quarter = begin;
        while (!quarter.plusMonths(MONTHS_OF_QUARTER).isAfter(today)) {
          quarter = quarter.plusMonths(MONTHS_OF_QUARTER);
        }
        LocalDate wanted = quarter.plusMonths((long) offset * MONTHS_OF_QUARTER);
        yield Optional.of(
            found(start, start + 3, wanted, MONTHS_OF_QUARTER, TimeGrain.QUARTER, true));
      }
      default -> Optional.empty();
    };
  }

  private LocalDate begin(int year) {
    return LocalDate.of(firstMonth == 1 ? year : year - 1, firstMonth, 1);
  }

  private static Dates.Found found(
      int start, int end, LocalDate begin, int months, TimeGrain grain, boolean relative) {
    Period period = new Period(Optional.of(begin), Optional.of(begin.plusMonths(months)), grain);
    return new Dates.Found(period, new Span(start, end), relative);
  }

  private Optional<Integer> number(int at) {
    Matcher year = YEAR.matcher(lower(at));
    return year.matches()
        ? Optional.of(Integer.parseInt(year.group(1)))
            .map(number -> number < 100 ? CENTURY + number : number)
            .filter(number -> number >= 1800 && number <= 2100)
        : Optional.empty();
  }

  private String lower(int at) {
    return at < tokens.size() ? tokens.get(at).lower() : "";
  }
}
