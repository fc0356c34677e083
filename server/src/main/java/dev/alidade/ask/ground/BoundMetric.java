package dev.alidade.ask.ground;

import dev.alidade.ask.plan.Expression;
import dev.alidade.engine.Column;
import dev.alidade.sql.TableName;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A metric of the semantic model over the tables of a source.
 *
 * @param tables whose columns the formula reads, the one that is counted first
 * @param time the date that periods of it are counted by
 */
public record BoundMetric(
    String name, Expression formula, Set<TableName> tables, Optional<TimeColumn> time) {
  /** A date of a table. */
  public record TimeColumn(TableName table, Column column) {
    public TimeColumn {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(column, "column");
    }
  }

  public BoundMetric {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(formula, "formula");
    // The order tells which table is counted, so it is kept.
    tables = java.util.Collections.unmodifiableSet(new java.util.LinkedHashSet<>(tables));
    Objects.requireNonNull(time, "time");
  }
}
