package dev.alidade.engine;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What an engine keeps about a table without reading it; estimates, as fresh as the engine's own.
 *
 * @param bytes size on the disk with its indexes
 * @param columns by column name; only those that the engine has looked at
 */
public record TableStatistics(
    Optional<Long> rows, Optional<Long> bytes, Map<String, ColumnStatistics> columns) {
  public TableStatistics {
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(bytes, "bytes");
    columns = Map.copyOf(columns);
  }
}
