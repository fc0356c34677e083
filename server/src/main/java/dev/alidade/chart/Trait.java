package dev.alidade.chart;

import dev.alidade.query.ColumnLabel;
import dev.alidade.sql.TypeKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a column of a result is, as far as drawing goes.
 *
 * @param negative whether any number is below zero
 * @param aggregated whether its name says that it was computed of several rows
 */
record Trait(
    String name,
    Role role,
    Meaning meaning,
    boolean numeric,
    boolean negative,
    boolean aggregated,
    int distinct) {
  private static final Set<String> PERIODS =
      Set.of("year", "month", "quarter", "week", "day", "date", "hour");
  private static final Pattern MOMENT =
      Pattern.compile("[12]\\d{3}-[01]\\d(-[0-3]\\d([T ]\\d{2}:\\d{2}.*)?)?");
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");
  private static final Pattern KEY = Pattern.compile("(?i).*(^|[_. ])id|.*[a-z]I[dD]");
  private static final Pattern AGGREGATED =
      Pattern.compile("(?i)(count|sum|avg|min|max|mean)\\s*\\(.*|(.*_)?count(_.*)?|number_of_.*");
  private static final Pattern SHAPE =
      Pattern.compile("\\s*\\{.*\"coordinates\".*", Pattern.DOTALL);

  /** What a column does in a chart. */
  enum Role {
    TIME,
    CATEGORY,
    KEY,
    MEASURE
  }

  /** What a column's name says that some kinds of chart need. */
  enum Meaning {
    NONE(""),
    LATITUDE("lat latitude"),
    LONGITUDE("lon lng long longitude"),
    COUNTRY("country nation country_name country_code iso3 iso_3"),
    REGION("state us_state state_code"),
    GEOMETRY("geometry geojson shape geom"),
    START("start begin from start_date started_at begin_date"),
    END("end finish until end_date ended_at due due_date"),
    SOURCE("source from origin sender source_name"),
    TARGET("target to destination receiver target_name"),
    OPEN("open opening"),
    HIGH("high highest"),
    LOW("low lowest"),
    CLOSE("close closing");

    private final String names;

    Meaning(String names) {
      this.names = names;
    }

    boolean isCalled(String name) {
      return List.of(names.split(" ", -1)).contains(name);
    }
  }

  Trait {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(meaning, "meaning");
  }

  static Trait of(ColumnLabel column, List<List<Object>> rows, int at) {
    List<Object> cells = new ArrayList<>();
    rows.forEach(row -> cells.add(row.get(at)));
    List<Object> some = cells.stream().filter(Objects::nonNull).toList();
    boolean numeric =
        column.type().isNumeric()
            || (column.type() != TypeKind.BOOLEAN
                && !some.isEmpty()
                && some.stream().allMatch(Trait::isNumber));
    boolean negative =
        numeric && some.stream().anyMatch(cell -> ChartTable.number(cell).orElse(0.0) < 0);
    return new Trait(
        column.name(),
        role(column, some, numeric),
        meaning(column, some),
        numeric,
        negative,
        AGGREGATED.matcher(column.name()).matches(),
        new HashSet<>(cells).size());
  }

  /** A text of digits is a number too, except one that begins with zero: a code. */
  private static boolean isNumber(Object cell) {
    return cell instanceof Number
        || (cell instanceof String text && NUMBER.matcher(text).matches());
  }

  private static Role role(ColumnLabel column, List<Object> some, boolean numeric) {
    String lower = column.name().toLowerCase(Locale.ROOT);
    if (AGGREGATED.matcher(lower).matches() && numeric) {
      return Role.MEASURE;
    }
    boolean moments =
        !some.isEmpty()
            && some.stream()
                .allMatch(cell -> cell instanceof String text && MOMENT.matcher(text).matches());
    if (column.type().isTemporal() || moments || (numeric && isPeriod(lower))) {
      return Role.TIME;
    }
    if (KEY.matcher(column.name()).matches()) {
      return Role.KEY;
    }
    return numeric ? Role.MEASURE : Role.CATEGORY;
  }

  private static boolean isPeriod(String lower) {
    return PERIODS.contains(lower)
        || PERIODS.stream()
            .anyMatch(period -> lower.endsWith("_" + period) && !period.equals("day"));
  }

  private static Meaning meaning(ColumnLabel column, List<Object> some) {
    String lower = column.name().toLowerCase(Locale.ROOT);
    for (Meaning meaning : Meaning.values()) {
      if (meaning.isCalled(lower)) {
        return meaning;
      }
    }
    boolean shapes =
        !some.isEmpty() && some.stream().allMatch(cell -> SHAPE.matcher(cell.toString()).matches());
    return shapes ? Meaning.GEOMETRY : Meaning.NONE;
  }
}
