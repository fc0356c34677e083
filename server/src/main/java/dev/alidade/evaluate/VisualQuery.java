package dev.alidade.evaluate;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A gold query of nvBench as plain SQL. Its language leaves out what its charts group by: the place
 * of a mark, and the first other name where series are told apart.
 */
final class VisualQuery {
  private static final Pattern WHOLE =
      Pattern.compile(
          "Visualize \\w+ SELECT (.*?)(?:\\s+BIN (\\S+) BY (\\w+))?\\s*", Pattern.DOTALL);
  private static final Pattern AGGREGATE =
      Pattern.compile("\\s*(count|sum|avg|min|max)\\s*\\(.*", Pattern.CASE_INSENSITIVE);
  private static final List<String> WEEKDAYS =
      List.of("Sun", "Mon", "Tue", "Wed", "Thur", "Fri", "Sat");
  private static final List<String> MONTHS =
      List.of(
          "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec");

  private final List<String> columns;
  private final String from;
  private final List<String> groups;
  private final String having;
  private final String order;
  private final Optional<String> bin;

  private VisualQuery(
      List<String> columns,
      String from,
      List<String> groups,
      String having,
      String order,
      Optional<String> bin) {
    this.columns = columns;
    this.from = from;
    this.groups = groups;
    this.having = having;
    this.order = order;
    this.bin = bin;
  }

  /** Fails with SYNTAX_ERROR where the text is not of this language. */
  static VisualQuery read(String vql) {
    Matcher matcher = WHOLE.matcher(vql);
    if (!matcher.matches()) {
      throw unreadable(vql);
    }
    TopLevel text = new TopLevel(matcher.group(1));
    int from = text.find("FROM", 0);
    if (from < 0) {
      throw unreadable(vql);
    }
    int group = text.find("GROUP\\s+BY", from);
    int having = text.find("HAVING", from);
    int order = text.find("ORDER\\s+BY", from);
    int end = text.length();
    int afterGroup = having >= 0 ? having : order >= 0 ? order : end;
    int afterFrom = group >= 0 ? group : afterGroup;
    return new VisualQuery(
        text.parts(0, from),
        text.text(from, afterFrom),
        group < 0
            ? List.of()
            : new TopLevel(text.text(group, afterGroup).replaceFirst("(?i)GROUP\\s+BY", ""))
                .parts(),
        having < 0 ? "" : text.text(having, order >= 0 ? order : end),
        order < 0 ? "" : text.text(order, end),
        Optional.ofNullable(matcher.group(3)));
  }

  private static AlidadeException unreadable(String vql) {
    return new AlidadeException(
        ErrorCode.SYNTAX_ERROR,
        "`%s` is no query of nvBench; write Visualize KIND SELECT ... [BIN x BY unit]"
            .formatted(vql));
  }

  /** As SQL: place, measure, and the series where {@code split}. */
  String sql(boolean split) {
    String place = bin.map(unit -> binned(columns.getFirst(), unit)).orElse(columns.getFirst());
    List<String> shown = new ArrayList<>(List.of(place, columns.get(1)));
    boolean computed = AGGREGATE.matcher(columns.get(1)).matches();
    List<String> by = new ArrayList<>(groups);
    if (split) {
      shown.add(series());
      by = computed ? List.of(place, series()) : List.of();
    } else if (computed && (groups.isEmpty() || bin.isPresent())) {
      by = List.of(place);
    }
    return "SELECT %s %s%s %s %s"
        .formatted(
            String.join(", ", shown),
            from,
            by.isEmpty() ? "" : " GROUP BY " + String.join(", ", by),
            having,
            sorted());
  }

  private String series() {
    return groups.stream()
        .filter(group -> !bare(group).equals(bare(columns.getFirst())))
        .findFirst()
        .orElse(groups.isEmpty() ? columns.getFirst() : groups.getFirst());
  }

  /** What is put together for a place is sorted by the place and not by one of its dates. */
  private String sorted() {
    boolean byPlace =
        bare(order.replaceFirst("(?i)ORDER\\s+BY", "")).startsWith(bare(columns.getFirst()));
    return bin.isPresent() && byPlace
        ? "ORDER BY 1 " + (order.toUpperCase(Locale.ROOT).contains("DESC") ? "DESC" : "ASC")
        : order;
  }

  private static String bare(String column) {
    return column.substring(column.indexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
  }

  private static String binned(String column, String unit) {
    return switch (unit) {
      case "WEEKDAY" -> named("%w", column, WEEKDAYS, 0, "%d");
      case "MONTH" -> named("%m", column, MONTHS, 1, "%02d");
      case "YEAR" ->
          "CASE WHEN typeof(%1$s) = 'integer' THEN %1$s ELSE strftime('%%Y', %1$s) END"
              .formatted(column);
      case "DAY" -> "CAST(strftime('%%d', %s) AS INTEGER) || 'th'".formatted(column);
      case "ZERO" -> "CASE WHEN %s > 0 THEN '>0' ELSE '<=0' END".formatted(column);
      default -> column;
    };
  }

  private static String named(
      String part, String column, List<String> names, int first, String digits) {
    StringBuilder cases = new StringBuilder("CASE strftime('%s', %s)".formatted(part, column));
    for (int at = 0; at < names.size(); at++) {
      cases
          .append(" WHEN '")
          .append(digits.formatted(at + first))
          .append("' THEN '")
          .append(names.get(at))
          .append('\'');
    }
    return cases.append(" END").toString();
  }
}
