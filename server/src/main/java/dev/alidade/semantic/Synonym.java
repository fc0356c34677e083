package dev.alidade.semantic;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.alidade.sql.TableName;
import java.util.Objects;

/** Words that people use for something of a source. */
public record Synonym(String words, Target target) {
  public Synonym {
    Objects.requireNonNull(target, "target");
    if (words.isBlank()) {
      throw new IllegalArgumentException("a synonym has words");
    }
  }

  /** What words may stand for. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Target.OfTable.class, name = "table"),
    @JsonSubTypes.Type(value = Target.OfColumn.class, name = "column"),
    @JsonSubTypes.Type(value = Target.OfValue.class, name = "value"),
    @JsonSubTypes.Type(value = Target.OfMetric.class, name = "metric")
  })
  public sealed interface Target {
    /** The rows of a table. */
    record OfTable(TableName table) implements Target {
      public OfTable {
        Objects.requireNonNull(table, "table");
      }

      @Override
      public String toString() {
        return "the table " + table.table();
      }
    }

    /** A column. */
    record OfColumn(TableName table, String column) implements Target {
      public OfColumn {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
      }

      @Override
      public String toString() {
        return "the column " + table.table() + "." + column;
      }
    }

    /** A stored value of a column. */
    record OfValue(TableName table, String column, String value) implements Target {
      public OfValue {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(value, "value");
      }

      @Override
      public String toString() {
        return "the value " + value + " of " + table.table() + "." + column;
      }
    }

    /** A metric of the semantic model. */
    record OfMetric(String metric) implements Target {
      public OfMetric {
        Objects.requireNonNull(metric, "metric");
      }

      @Override
      public String toString() {
        return "the metric " + metric;
      }
    }
  }

  /** What it says, for people. */
  @Override
  public String toString() {
    return "\"%s\" means %s".formatted(words, target);
  }
}
