package dev.alidade.saved;

import java.util.Objects;
import java.util.Optional;

/**
 * The statement of a saved query with its values, for who runs it otherwise than as a page of rows.
 *
 * @param parameters as {@code query} takes them
 * @param record what stands in the record of the run
 */
public record BoundQuery(String source, String sql, Optional<Object> parameters, String record) {
  public BoundQuery {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(record, "record");
  }
}
