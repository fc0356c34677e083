package dev.alidade.chart;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** How a language writes numbers and dates, as Java knows it, told to Plotly. */
record Wording(Locale locale) {
  private static final int MOST_DIGITS = 10;

  Wording {
    Objects.requireNonNull(locale, "locale");
  }

  /** Fails with INVALID_INPUT where nobody speaks that. */
  static Wording of(String tag) {
    Locale locale = Locale.forLanguageTag(tag.replace('_', '-'));
    boolean known =
        Arrays.stream(Locale.getAvailableLocales())
            .anyMatch(
                each ->
                    !each.getLanguage().isEmpty()
                        && each.getLanguage().equals(locale.getLanguage()));
    if (!known) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "No locale `%s`; give one such as en-US, de or fr-CH".formatted(tag));
    }
    return new Wording(locale);
  }

  /** A number with its groups. */
  String number(double number) {
    DecimalFormat format = (DecimalFormat) DecimalFormat.getInstance(locale);
    format.setMaximumFractionDigits(MOST_DIGITS);
    return format.format(number);
  }

  /** Decimal mark and mark of groups, one after the other. */
  String separators() {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
    return "" + symbols.getDecimalSeparator() + symbols.getGroupingSeparator();
  }

  /** A locale of Plotly's configuration. */
  Part config() {
    String name = locale.toLanguageTag();
    Part format =
        Part.of("days", days(TextStyle.FULL_STANDALONE))
            .put("shortDays", days(TextStyle.SHORT_STANDALONE))
            .put("months", months(TextStyle.FULL_STANDALONE))
            .put("shortMonths", months(TextStyle.SHORT))
            .put("date", date())
            .put("decimal", separators().substring(0, 1))
            .put("thousands", separators().substring(1));
    return Part.of("locale", name)
        .put("locales", Part.of(name, Part.of("dictionary", new Part()).put("format", format)));
  }

  private List<String> days(TextStyle style) {
    return named(
        Stream.of(
            DayOfWeek.SUNDAY,
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY,
            DayOfWeek.SATURDAY),
        day -> day.getDisplayName(style, locale));
  }

  private List<String> months(TextStyle style) {
    return named(Arrays.stream(Month.values()), month -> month.getDisplayName(style, locale));
  }

  private static <T> List<String> named(Stream<T> all, Function<T, String> name) {
    return all.map(name).toList();
  }

  /** The order of day, month and year, in D3's words. */
  private String date() {
    String pattern =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
    return pattern
        .replaceAll("'[^']*'", "")
        .replaceAll("d+", "%d")
        .replaceAll("M+", "%m")
        .replaceAll("[yu]+", "%Y")
        .replaceAll("G+\\s*", "");
  }
}
