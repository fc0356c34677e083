package dev.alidade.insight;

import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.engine.Column;
import dev.alidade.sql.TypeKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the columns of a subject are good for.
 *
 * @param rows how many rows there are
 * @param time the date that rows go by
 * @param dimensions columns that put rows into a few groups
 * @param measures what rows are counted and added up by
 * @param numbers columns whose values can be compared with each other
 */
record Roles(
    long rows,
    Optional<Dated> time,
    List<Grouping> dimensions,
    List<Measure> measures,
    List<Column> numbers) {
  private static final int MOST_DIMENSIONS = 5;
  private static final int MOST_NUMBERS = 5;
  private static final int MOST_GROUPS = 200;
  private static final Pattern IDENTIFIER =
      Pattern.compile(
          "(.*_)?(id|key|code|number|no|nr|zip|zipcode|postcode|phone|fax|year|month|day|isbn|ssn|lat|lon|lng|latitude|longitude|rank|position|version)");
  private static final Set<String> ADD_UP =
      Set.of(
          "amount",
          "total",
          "totals",
          "quantity",
          "qty",
          "revenue",
          "sales",
          "cost",
          "costs",
          "paid",
          "units",
          "volume",
          "count",
          "profit",
          "income",
          "spend",
          "spent",
          "sum",
          "fee",
          "fees",
          "tax",
          "discount",
          "budget",
          "turnover",
          "payment",
          "refund",
          "minutes",
          "hours");
  private static final Set<String> NEVER_ADD_UP =
      Set.of(
          "average",
          "avg",
          "mean",
          "median",
          "rate",
          "ratio",
          "share",
          "percent",
          "percentage",
          "pct",
          "price",
          "score",
          "rating",
          "age",
          "temperature",
          "per",
          "unit",
          "min",
          "max");

  Roles {
    dimensions = List.copyOf(dimensions);
    measures = List.copyOf(measures);
    numbers = List.copyOf(numbers);
  }

  /** A date column with the days that it spans and how many different ones it has. */
  record Dated(Column column, LocalDate first, LocalDate last, long distinct) {}

  /** A column and how many different values it has. */
  record Grouping(Column column, long distinct) {}

  /** What a column holds, as its caller sees it. */
  record Counted(Column column, long filled, long distinct, Object least, Object most) {}

  static Roles of(Subject subject, long rows, List<Counted> columns) {
    List<Grouping> dimensions = new ArrayList<>();
    List<Column> numbers = new ArrayList<>();
    for (Counted counted : columns) {
      if (isDimension(counted, rows, subject)) {
        dimensions.add(new Grouping(counted.column(), counted.distinct()));
      } else if (isNumber(counted, subject)) {
        numbers.add(counted.column());
      }
    }
    dimensions.sort((left, right) -> Long.compare(left.distinct(), right.distinct()));
    List<Column> few = numbers.stream().limit(MOST_NUMBERS).toList();
    return new Roles(
        rows,
        time(subject, columns),
        dimensions.stream().limit(MOST_DIMENSIONS).toList(),
        measures(subject, few),
        few);
  }

  private static boolean isDimension(Counted counted, long rows, Subject subject) {
    TypeKind kind = counted.column().type().kind();
    return (kind == TypeKind.TEXT || kind == TypeKind.BOOLEAN)
        && counted.distinct() >= 2
        && counted.distinct() <= MOST_GROUPS
        && (subject.grouped() || counted.distinct() * 2 <= rows);
  }

  private static boolean isNumber(Counted counted, Subject subject) {
    String name = counted.column().name();
    TypeKind kind = counted.column().type().kind();
    boolean names =
        subject.keys().contains(name.toLowerCase(Locale.ROOT))
            || IDENTIFIER.matcher(snake(name)).matches();
    boolean numbersRows =
        kind == TypeKind.INTEGER
            && !subject.grouped()
            && counted.distinct() == counted.filled()
            && counted.filled() > 20;
    return kind.isNumeric() && !names && !numbersRows && counted.distinct() > 2;
  }

  private static Optional<Dated> time(Subject subject, List<Counted> columns) {
    return columns.stream()
        .filter(counted -> counted.column().type().kind().isTemporal())
        .flatMap(counted -> dated(counted).stream())
        .max(
            (left, right) -> {
              boolean first = subject.times().contains(left.column().name());
              boolean second = subject.times().contains(right.column().name());
              return first == second
                  ? Long.compare(left.distinct(), right.distinct())
                  : Boolean.compare(first, second);
            });
  }

  private static Optional<Dated> dated(Counted counted) {
    Optional<LocalDate> first = Calendar.date(counted.least());
    Optional<LocalDate> last = Calendar.date(counted.most());
    return first.isPresent() && last.isPresent()
        ? Optional.of(new Dated(counted.column(), first.get(), last.get(), counted.distinct()))
        : Optional.empty();
  }

  private static List<Measure> measures(Subject subject, List<Column> numbers) {
    List<Measure> measures = new ArrayList<>();
    if (!subject.grouped()) {
      measures.add(
          new Measure(
              AggregateFunction.COUNT,
              Optional.empty(),
              "the number of rows of " + subject.name(),
              "number_of_rows"));
    }
    for (Column column : numbers) {
      measures.add(measure(subject, column));
    }
    return measures;
  }

  private static Measure measure(Subject subject, Column column) {
    List<String> words = List.of(snake(column.name()).split("_", -1));
    boolean intensive = words.stream().anyMatch(NEVER_ADD_UP::contains);
    boolean sum =
        subject.sums().contains(column.name())
            || (!intensive && (subject.grouped() || words.stream().anyMatch(ADD_UP::contains)));
    String name = column.name().replace('_', ' ');
    String phrase = subject.grouped() ? name : (sum ? "the sum of " : "the average ") + name;
    String label =
        subject.grouped() ? column.name() : (sum ? "sum_of_" : "average_") + column.name();
    return new Measure(
        sum ? AggregateFunction.SUM : AggregateFunction.AVERAGE,
        Optional.of(subject.column(column)),
        phrase,
        label);
  }

  private static String snake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replace(' ', '_').toLowerCase(Locale.ROOT);
  }
}
