package dev.alidade.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.alidade.operation.Failure;
import dev.alidade.operation.Json;
import dev.alidade.store.Database;
import dev.alidade.store.Row;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/** Jobs in our own database; each caller sees their own only. */
final class JobStore {
  private static final int MOST_LISTED = 100;

  private final Database database;

  JobStore(Database database) {
    this.database = database;
  }

  void add(JobRecord job) {
    database
        .jdbi()
        .useHandle(
            handle ->
                bind(
                        handle.createUpdate(
                            """
                            INSERT INTO job (id, caller, source, sql, state, rows, bytes, error,
                              submitted_at, finished_at, kept_until, instance, seen_as)
                            VALUES (:id, :caller, :source, :sql, :state, :rows, :bytes, :error,
                              :submitted, :finished, :until, :instance, :seen)
                            """),
                        job)
                    .execute());
  }

  void update(JobRecord job) {
    database
        .jdbi()
        .useHandle(
            handle ->
                bind(
                        handle.createUpdate(
                            """
                            UPDATE job SET state = :state, rows = :rows, bytes = :bytes,
                              error = :error, finished_at = :finished, kept_until = :until
                            WHERE id = :id
                            """),
                        job)
                    .execute());
  }

  Optional<JobRecord> find(String caller, String id) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM job WHERE id = :id AND caller = :caller")
                    .bind("id", id)
                    .bind("caller", caller)
                    .mapToMap()
                    .map(Row::new)
                    .map(JobStore::read)
                    .findOne());
  }

  /** The caller's jobs, the latest first. */
  List<JobRecord> list(String caller) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT * FROM job WHERE caller = :caller
                        ORDER BY submitted_at DESC, id LIMIT :most
                        """)
                    .bind("caller", caller)
                    .bind("most", MOST_LISTED)
                    .mapToMap()
                    .map(Row::new)
                    .map(JobStore::read)
                    .list());
  }

  /** The bytes that kept results take: of one caller, and of all. */
  long bytes(Optional<String> caller) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT COALESCE(SUM(bytes), 0) FROM job
                        WHERE :caller IS NULL OR caller = :caller
                        """)
                    .bind("caller", caller.orElse(null))
                    .mapTo(Long.class)
                    .one());
  }

  /** Takes out those that are to be forgotten at {@code now}. */
  List<String> removeExpired(Instant now) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              List<String> ids =
                  handle
                      .createQuery("SELECT id FROM job WHERE kept_until < :now")
                      .bind("now", now.toString())
                      .mapTo(String.class)
                      .list();
              ids.forEach(id -> handle.execute("DELETE FROM job WHERE id = ?", id));
              return ids;
            });
  }

  private static <S extends SqlStatement<S>> S bind(S statement, JobRecord job) {
    return statement
        .bind("id", job.id())
        .bind("caller", job.caller())
        .bind("source", job.source())
        .bind("sql", job.sql())
        .bind("state", job.state().name().toLowerCase(Locale.ROOT))
        .bind("rows", job.rows())
        .bind("bytes", job.bytes())
        .bind("error", job.error().map(JobStore::written).orElse(null))
        .bind("submitted", job.submittedAt().toString())
        .bind("finished", job.finishedAt().map(Instant::toString).orElse(null))
        .bind("until", job.keptUntil().toString())
        .bind("instance", job.instance())
        .bind("seen", job.seenAs());
  }

  private static JobRecord read(Row row) {
    return new JobRecord(
        row.text("id"),
        row.text("caller"),
        row.text("source"),
        row.text("sql"),
        row.word("state", JobState.class),
        row.wide("rows"),
        row.wide("bytes"),
        row.maybe("error").map(JobStore::failure),
        Instant.parse(row.text("submitted_at")),
        row.maybe("finished_at").map(Instant::parse),
        Instant.parse(row.text("kept_until")),
        row.text("instance"),
        row.text("seen_as"));
  }

  private static String written(Failure failure) {
    try {
      return Json.mapper().writeValueAsString(failure);
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private static Failure failure(String json) {
    try {
      return Json.mapper().readValue(json, Failure.class);
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
