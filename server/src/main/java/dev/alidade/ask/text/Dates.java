package dev.alidade.ask.text;

import dev.alidade.sql.TimeGrain;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the periods that a question names; relative ones count from {@code today}. */
public final class Dates {
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");
  private static final Map<String, TimeGrain> GRAINS =
      Map.of(
          "day",
          TimeGrain.DAY,
          "week",
          TimeGrain.WEEK,
          "month",
          TimeGrain.MONTH,
          "quarter",
          TimeGrain.QUARTER,
          "year",
          TimeGrain.YEAR);
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2}).*");
  private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

  private final List<Token> tokens;
  private final LocalDate today;

  private Dates(List<Token> tokens, LocalDate today) {
    this.tokens = tokens;
    this.today = today;
  }

  /** A period, the tokens that say it, and whether it counts from today. */
  public record Found(Period period, Span span, boolean relative) {}

  /** The period that starts at a token, as long as it goes. */
  public static Optional<Found> at(List<Token> tokens, int start, LocalDate today) {
    return new Dates(tokens, today).read(start);
  }

  private Optional<Found> read(int start) {
    String word = lower(start);
    return switch (word) {
      case "since", "from" -> range(start).or(() -> open(start, Edge.SINCE));
      case "after" -> open(start, Edge.AFTER);
      case "before" -> open(start, Edge.BEFORE);
      case "until", "till" -> open(start, Edge.UNTIL);
      case "between" -> range(start);
      case "in", "on", "during" ->
          sameYear(start, start + 1).or(() -> plain(start + 1)).map(found -> from(start, found));
      default -> sameYear(start, start).or(() -> plain(start));
    };
  }

  private enum Edge {
    SINCE,
    AFTER,
    BEFORE,
    UNTIL
  }

  private Optional<Found> open(int start, Edge edge) {
    return plain(start + 1)
        .map(
            found -> {
              Period period =
                  switch (edge) {
                    case SINCE -> found.period().andLater();
                    case AFTER -> found.period().after();
                    case BEFORE -> found.period().before();
                    case UNTIL -> found.period().andEarlier();
                  };
              return new Found(period, new Span(start, found.span().end()), found.relative());
            });
  }

  private Optional<Found> range(int start) {
    Optional<Found> first = plain(start + 1);
    Optional<Found> last = first.flatMap(found -> last(found.span().end()));
    boolean whole = last.isPresent() && !(first.get().relative() && !last.get().relative());
    if (whole) {
      return last.map(
          found ->
              new Found(
                  first.get().period().through(found.period()),
                  new Span(start, found.span().end()),
                  first.get().relative() || found.relative()));
    }
    return sameYear(start, start + 1);
  }

  private Optional<Found> last(int middle) {
    return List.of("and", "to", "until", "till", "through", "-", "–").contains(lower(middle))
        ? plain(middle + 1)
        : Optional.empty();
  }

  /** The year is said once: "from June 1 to June 15, 2025", "July and August 2025". */
  private Optional<Found> sameYear(int start, int first) {
    int month = monthOf(lower(first));
    if (month == 0) {
      return Optional.empty();
    }
    Optional<Integer> day = wholeNumber(first + 1).filter(number -> number >= 1 && number <= 31);
    Optional<Found> last = last(day.isPresent() ? first + 2 : first + 1);
    Optional<LocalDate> end =
        last.filter(found -> !found.relative())
            .flatMap(found -> found.period().end())
            .map(after -> after.minusDays(1));
    if (end.isEmpty() || end.get().getMonthValue() < month) {
      return Optional.empty();
    }
    int year = end.get().getYear();
    LocalDate begin = LocalDate.of(year, month, 1);
    if (day.isPresent() && day.get() > begin.lengthOfMonth()) {
      return Optional.empty();
    }
    Period period =
        day.map(number -> Period.of(TimeGrain.DAY, begin.withDayOfMonth(number)))
            .orElse(Period.of(TimeGrain.MONTH, begin));
    return Optional.of(
        new Found(
            period.through(last.get().period()), new Span(start, last.get().span().end()), false));
  }

  private Optional<Found> plain(int start) {
    if (start >= tokens.size()) {
      return Optional.empty();
    }
    int first = lower(start).equals("the") ? start + 1 : start;
    return written(first)
        .or(() -> month(first))
        .or(() -> year(first))
        .or(() -> quarter(first))
        .or(() -> half(first))
        .or(() -> decade(first))
        .or(() -> relative(first))
        .map(found -> from(start, found));
  }

  private Optional<Found> written(int at) {
    Matcher iso = ISO.matcher(lower(at));
    if (iso.matches()) {
      return day(at, at + 1, number(iso, 1), number(iso, 2), number(iso, 3));
    }
    Matcher slashed = SLASHED.matcher(lower(at));
    return slashed.matches()
        ? day(at, at + 1, number(slashed, 3), number(slashed, 1), number(slashed, 2))
        : Optional.empty();
  }

  private Optional<Found> month(int at) {
    int month = monthOf(lower(at));
    if (month == 0) {
      return dayFirst(at);
    }
    int next = at + 1;
    Optional<Integer> dayOrYear = wholeNumber(next);
    if (dayOrYear.isPresent() && dayOrYear.get() <= 31) {
      int yearAt = lower(next + 1).equals(",") ? next + 2 : next + 1;
      Optional<Integer> year = wholeNumber(yearAt).filter(Dates::isYear);
      if (year.isPresent()) {
        return day(at, yearAt + 1, year.get(), month, dayOrYear.get());
      }
    }
    int yearAt = lower(next).equals(",") || lower(next).equals("of") ? next + 1 : next;
    Optional<Integer> year = wholeNumber(yearAt).filter(Dates::isYear);
    if (year.isPresent()) {
      LocalDate start = LocalDate.of(year.get(), month, 1);
      return Optional.of(
          new Found(Period.of(TimeGrain.MONTH, start), new Span(at, yearAt + 1), false));
    }
    if (lower(at).equals("may") || (lower(at).equals("march") && !tokens.get(at).isCapitalized())) {
      return Optional.empty();
    }
    LocalDate thisYears = today.withDayOfYear(1).withMonth(month);
    LocalDate latest = thisYears.isAfter(today) ? thisYears.minusYears(1) : thisYears;
    return Optional.of(new Found(Period.of(TimeGrain.MONTH, latest), new Span(at, at + 1), true));
  }

  private Optional<Found> dayFirst(int at) {
    Optional<Integer> day = wholeNumber(at).filter(number -> number >= 1 && number <= 31);
    int month = monthOf(lower(at + 1));
    Optional<Integer> year = wholeNumber(at + 2).filter(Dates::isYear);
    return day.isPresent() && month > 0 && year.isPresent()
        ? day(at, at + 3, year.get(), month, day.get())
        : Optional.empty();
  }

  private Optional<Found> year(int at) {
    int numberAt = lower(at).equals("year") ? at + 1 : at;
    return wholeNumber(numberAt)
        .filter(Dates::isYear)
        .map(
            year ->
                new Found(
                    Period.of(TimeGrain.YEAR, LocalDate.of(year, 1, 1)),
                    new Span(at, numberAt + 1),
                    false));
  }

  private Optional<Found> quarter(int at) {
    Matcher quarter = Pattern.compile("q([1-4])").matcher(lower(at));
    Optional<Integer> year = wholeNumber(at + 1).filter(Dates::isYear);
    if (!quarter.matches() || year.isEmpty()) {
      return Optional.empty();
    }
    LocalDate start = LocalDate.of(year.get(), number(quarter, 1) * 3 - 2, 1);
    return Optional.of(new Found(Period.of(TimeGrain.QUARTER, start), new Span(at, at + 2), false));
  }

  private Optional<Found> half(int at) {
    int number = List.of("first", "second").indexOf(lower(at)) + 1;
    int yearAt = lower(at + 2).equals("of") ? at + 3 : at + 2;
    Optional<Integer> year = wholeNumber(yearAt).filter(Dates::isYear);
    if (number == 0 || !lower(at + 1).equals("half") || year.isEmpty()) {
      return Optional.empty();
    }
    LocalDate start = LocalDate.of(year.get(), number * 6 - 5, 1);
    return Optional.of(span(at, yearAt + 1, start, start.plusMonths(6), TimeGrain.QUARTER, false));
  }

  private Optional<Found> decade(int at) {
    Matcher decade = Pattern.compile("(1[89]|20)(\\d)0s").matcher(lower(at));
    if (!decade.matches()) {
      return Optional.empty();
    }
    LocalDate start = LocalDate.of(number(decade, 1) * 100 + number(decade, 2) * 10, 1, 1);
    return Optional.of(span(at, at + 1, start, start.plusYears(10), TimeGrain.YEAR, false));
  }

  private static Found span(
      int at, int end, LocalDate start, LocalDate after, TimeGrain grain, boolean relative) {
    return new Found(
        new Period(Optional.of(start), Optional.of(after), grain), new Span(at, end), relative);
  }

  private Optional<Found> toDate(int at) {
    boolean said = lower(at + 1).equals("to") && lower(at + 2).equals("date");
    return grain(at)
        .filter(grain -> said)
        .map(grain -> span(at, at + 3, Period.floor(today, grain), today.plusDays(1), grain, true));
  }

  private Optional<Found> relative(int at) {
    return switch (lower(at)) {
      case "ytd" ->
          Optional.of(
              span(
                  at,
                  at + 1,
                  Period.floor(today, TimeGrain.YEAR),
                  today.plusDays(1),
                  TimeGrain.YEAR,
                  true));
      case "year", "quarter", "month", "week" -> toDate(at);
      case "today" -> one(at, at + 1, TimeGrain.DAY, 0);
      case "yesterday" -> one(at, at + 1, TimeGrain.DAY, -1);
      case "this", "current" -> grain(at + 1).flatMap(grain -> one(at, at + 2, grain, 0));
      case "last", "past", "previous" -> lastPeriods(at);
      default -> Optional.empty();
    };
  }

  private Optional<Found> lastPeriods(int at) {
    Optional<TimeGrain> single = grain(at + 1);
    if (single.isPresent()) {
      return one(at, at + 2, single.get(), -1);
    }
    if (at + 1 >= tokens.size()) {
      return Optional.empty();
    }
    Optional<Numbers.Found> count = Numbers.at(tokens, at + 1);
    Optional<TimeGrain> grain = count.flatMap(found -> grain(found.span().end()));
    if (grain.isEmpty() || count.get().value().compareTo(BigDecimal.valueOf(10_000)) > 0) {
      return Optional.empty();
    }
    LocalDate end = today.plusDays(1);
    LocalDate start = Period.plus(end, grain.get(), -count.get().value().longValue());
    return Optional.of(
        new Found(
            new Period(Optional.of(start), Optional.of(end), grain.get()),
            new Span(at, count.get().span().end() + 1),
            true));
  }

  private Optional<Found> one(int at, int end, TimeGrain grain, int offset) {
    LocalDate start = Period.plus(Period.floor(today, grain), grain, offset);
    return Optional.of(new Found(Period.of(grain, start), new Span(at, end), true));
  }

  private Optional<Found> day(int at, int end, int year, int month, int day) {
    try {
      Period period = Period.of(TimeGrain.DAY, LocalDate.of(year, month, day));
      return Optional.of(new Found(period, new Span(at, end), false));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private Optional<TimeGrain> grain(int at) {
    return at < tokens.size()
        ? Optional.ofNullable(GRAINS.get(tokens.get(at).lemma()))
        : Optional.empty();
  }

  private Optional<Integer> wholeNumber(int at) {
    String plain = lower(at).replaceAll("(?<=\\d)(st|nd|rd|th)$", "");
    return plain.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(plain)) : Optional.empty();
  }

  private String lower(int at) {
    return at < tokens.size() ? tokens.get(at).lower() : "";
  }

  private static Found from(int start, Found found) {
    return new Found(found.period(), new Span(start, found.span().end()), found.relative());
  }

  private static boolean isYear(int number) {
    return number >= 1800 && number <= 2100;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static int monthOf(String word) {
    for (int month = 0; month < MONTHS.size(); month++) {
      String name = MONTHS.get(month);
      if (name.equals(word) || word.equals(name.substring(0, 3))) {
        return month + 1;
      }
    }
    return 0;
  }
}
