package dev.alidade.cache.shared;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.sql.TableName;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A whole result as it is shared.
 *
 * @param readAt when an instance began to read it from its source
 * @param tables what the statement read
 */
public record SharedRows(
    Instant readAt,
    List<TableName> tables,
    List<ResultColumn> columns,
    List<? extends Batch> batches) {
  public SharedRows {
    Objects.requireNonNull(readAt, "readAt");
    tables = List.copyOf(tables);
    columns = List.copyOf(columns);
    batches = List.copyOf(batches);
  }
}
