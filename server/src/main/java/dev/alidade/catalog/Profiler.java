package dev.alidade.catalog;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.ErrorType;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.query.Cells;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Looks into the columns of a table: counts, extremes, examples, and the values of text columns.
 */
final class Profiler {
  private static final int MOST_ROWS = 1_000_000;
  private static final int FEWER_ROWS = 20_000;
  private static final int EXAMPLES = 5;
  private static final int LONGEST_EXAMPLE = 80;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SourceReader reader;
  private final TextValueIndex.Builder values;

  Profiler(SourceReader reader, TextValueIndex.Builder values) {
    this.reader = reader;
    this.values = values;
  }

  /** What was found in a table; {@code rows} is known where all of them were looked at. */
  record TableProfile(Optional<Long> rows, Map<String, ColumnProfile> columns) {
    /** What is known of a table that was not looked into. */
    static final TableProfile NONE = new TableProfile(Optional.empty(), Map.of());
  }

  TableProfile profile(Table table) {
    try {
      return profile(table, MOST_ROWS);
    } catch (AlidadeException failure) {
      if (failure.code().type() != ErrorType.RESOURCES) {
        return TableProfile.NONE;
      }
      return profileBeginning(table);
    }
  }

  private TableProfile profileBeginning(Table table) {
    try {
      return profile(table, FEWER_ROWS);
    } catch (AlidadeException tooSlow) {
      // A table that cannot be looked into is still listed and can be asked for.
      return TableProfile.NONE;
    }
  }

  private TableProfile profile(Table table, int most) {
    List<Column> columns = table.columns();
    if (columns.isEmpty()) {
      return TableProfile.NONE;
    }
    List<Counts> counts = counts(table, columns, most);
    Map<String, ColumnProfile> profiles = new LinkedHashMap<>();
    for (int index = 0; index < columns.size(); index++) {
      Column column = columns.get(index);
      Counts counted = counts.get(index);
      profiles.put(
          column.name(),
          new ColumnProfile(
              counted.rows(),
              counted.rows() - counted.filled(),
              counted.distinct(),
              examples(table, column, counted, most),
              counted.minimum(),
              counted.maximum()));
    }
    return new TableProfile(rowsOf(table, counts.getFirst().rows(), most), profiles);
  }

  private Optional<Long> rowsOf(Table table, long looked, int most) {
    if (looked < most) {
      return Optional.of(looked);
    }
    if (table.rows().isPresent()) {
      // Counting a large table to the last row would cost its server more than the truth is worth.
      return table.rows();
    }
    try {
      String sql = "SELECT count(*) FROM " + reader.dialect().quote(table.name());
      return Optional.of(reader.number(sql, PATIENCE));
    } catch (AlidadeException tooSlow) {
      return Optional.empty();
    }
  }

  private record Counts(
      long rows, long filled, long distinct, Optional<String> minimum, Optional<String> maximum) {}

  private List<Counts> counts(Table table, List<Column> columns, int most) {
    try {
      return countsAtOnce(table, columns, most);
    } catch (AlidadeException failure) {
      if (failure.code().type() == ErrorType.RESOURCES || columns.size() == 1) {
        throw failure;
      }
    }
    // One column whose type cannot be compared must not hide the others.
    List<Counts> counts = new ArrayList<>();
    for (Column column : columns) {
      try {
        counts.addAll(countsAtOnce(table, List.of(column), most));
      } catch (AlidadeException failure) {
        counts.add(new Counts(0, 0, 0, Optional.empty(), Optional.empty()));
      }
    }
    return counts;
  }

  private List<Counts> countsAtOnce(Table table, List<Column> columns, int most) {
    List<String> measures = new ArrayList<>();
    measures.add("count(*)");
    for (Column column : columns) {
      String name = reader.dialect().quote(column.name());
      measures.add("count(%s)".formatted(name));
      if (isComparable(column)) {
        measures.add("count(DISTINCT %s)".formatted(name));
        measures.add("min(%s)".formatted(name));
        measures.add("max(%s)".formatted(name));
      }
    }
    String sql =
        "SELECT %s FROM %s".formatted(String.join(", ", measures), beginning(table, columns, most));
    List<Object> found = reader.read(sql, PATIENCE).getFirst();
    long rows = ((Number) found.getFirst()).longValue();
    List<Counts> counts = new ArrayList<>();
    int next = 1;
    for (Column column : columns) {
      long filled = ((Number) found.get(next++)).longValue();
      if (isComparable(column)) {
        long distinct = ((Number) found.get(next++)).longValue();
        counts.add(
            new Counts(rows, filled, distinct, text(found.get(next++)), text(found.get(next++))));
      } else {
        counts.add(new Counts(rows, filled, 0, Optional.empty(), Optional.empty()));
      }
    }
    return counts;
  }

  /** The one place where stored values become examples that callers see. */
  private List<String> examples(Table table, Column column, Counts counted, int most) {
    if (counted.filled() == 0 || !isComparable(column)) {
      return List.of();
    }
    boolean indexed = isText(column);
    String name = reader.dialect().quote(column.name());
    boolean unique = counted.distinct() == counted.filled();
    String rows = beginning(table, List.of(column), most);
    String sql =
        unique
            ? "SELECT %1$s FROM %2$s WHERE %1$s IS NOT NULL".formatted(name, rows)
            : "SELECT %1$s, count(*) AS frequency FROM %2$s WHERE %1$s IS NOT NULL GROUP BY %1$s ORDER BY frequency DESC, %1$s"
                .formatted(name, rows);
    int wanted = indexed ? TextValueIndex.MOST_OF_COLUMN : EXAMPLES;
    try {
      List<String> found =
          reader.read(sql + " " + reader.dialect().limit(wanted, 0), PATIENCE).stream()
              .map(List::getFirst)
              .filter(Objects::nonNull)
              .map(Cells::toText)
              .toList();
      if (indexed) {
        values.add(table.name(), column.name(), found);
      }
      return found.stream().limit(EXAMPLES).map(Profiler::shorten).toList();
    } catch (AlidadeException failure) {
      if (failure.code() == ErrorCode.QUERY_CANCELLED) {
        throw failure;
      }
      return List.of();
    }
  }

  private String beginning(Table table, List<Column> columns, int most) {
    String from = reader.dialect().quote(table.name());
    if (table.rows().isPresent() && table.rows().get() <= most) {
      return from;
    }
    List<String> names =
        columns.stream().map(column -> reader.dialect().quote(column.name())).toList();
    return "(SELECT %s FROM %s %s) AS beginning"
        .formatted(String.join(", ", names), from, reader.dialect().limit(most, 0));
  }

  private static boolean isText(Column column) {
    return switch (column.type().kind()) {
      case TEXT, OTHER -> true;
      default -> false;
    };
  }

  private static boolean isComparable(Column column) {
    return switch (column.type().kind()) {
      case BINARY, LIST, STRUCT, MAP, JSON -> false;
      case BOOLEAN,
          INTEGER,
          DECIMAL,
          FLOAT,
          TEXT,
          DATE,
          TIME,
          TIMESTAMP,
          TIMESTAMP_TZ,
          INTERVAL,
          UUID,
          OTHER ->
          true;
    };
  }

  private static Optional<String> text(Object value) {
    return value == null || value instanceof byte[]
        ? Optional.empty()
        : Optional.of(shorten(Cells.toText(value)));
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST_EXAMPLE ? text : text.substring(0, LONGEST_EXAMPLE) + "…";
  }
}
