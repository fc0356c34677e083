package dev.alidade.catalog;

import dev.alidade.sql.TableName;
import java.util.Objects;

/** A stored value that fits the words of a question; a score of 1 is an exact match. */
public record ValueMatch(TableName table, String column, String value, double score) {
  public ValueMatch {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(value, "value");
  }
}
