package dev.alidade.audit;

import dev.alidade.store.Database;
import dev.alidade.store.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads in the history what one caller ran. */
public final class HistorySearch {
  private final Database database;

  /** Reads the history that {@link StoredQueryHistory} keeps in {@code database}. */
  public HistorySearch(Database database) {
    this.database = database;
  }

  /** Statements of a caller, the latest first, after so many of them. */
  public List<QueryRecord> page(String caller, HistoryFilter filter, int most, int skipped) {
    return database.jdbi().withHandle(handle -> page(handle, caller, filter, most, skipped));
  }

  private static List<QueryRecord> page(
      Handle handle, String caller, HistoryFilter filter, int most, int skipped) {
    Query query =
        handle
            .createQuery(
                """
                SELECT * FROM query_history
                WHERE caller = :caller
                  AND (:text IS NULL OR instr(lower(submitted_sql), lower(:text)) > 0)
                  AND (:source IS NULL OR source = :source)
                  AND (:failed IS NULL OR (outcome <> :ok) = :failed)
                  AND (:from IS NULL OR started_at >= :from)
                  AND (:until IS NULL OR started_at < :until)
                ORDER BY started_at DESC, id DESC
                LIMIT :most OFFSET :skipped
                """)
            .bind("caller", caller)
            .bind("text", filter.text().orElse(null))
            .bind("source", filter.source().orElse(null))
            .bind("failed", filter.failed().orElse(null))
            .bind("ok", AuditEvent.OK)
            .bind("from", filter.from().map(Instant::toString).orElse(null))
            .bind("until", filter.until().map(Instant::toString).orElse(null))
            .bind("most", most)
            .bind("skipped", skipped);
    return query.mapToMap().map(HistorySearch::read).list();
  }

  private static QueryRecord read(Map<String, Object> columns) {
    Row row = new Row(columns);
    return new QueryRecord(
        row.text("caller"),
        row.text("source"),
        row.text("submitted_sql"),
        row.maybe("governed_sql"),
        row.text("outcome"),
        ((Number) columns.get("rows")).longValue(),
        Duration.ofMillis(((Number) columns.get("elapsed_ms")).longValue()),
        Instant.parse(row.text("started_at")));
  }
}
