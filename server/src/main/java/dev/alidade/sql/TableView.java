package dev.alidade.sql;

import java.util.Objects;

/**
 * What stands in a statement where a table stood: a query that shows only what may be seen of it.
 *
 * @param query a SELECT in the engine's own SQL, whose columns are those of the table that may be
 *     seen, in the table's order; it was not written by a caller
 */
public record TableView(TableName table, String query) {
  public TableView {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(query, "query");
  }
}
