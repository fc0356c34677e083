package dev.alidade.saved;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.alidade.base.Caller;
import dev.alidade.operation.Json;
import dev.alidade.store.Database;
import dev.alidade.store.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Saved queries in our own database. */
final class SavedStore {
  private static final int MOST_PAST = 100;

  private final Database database;

  SavedStore(Database database) {
    this.database = database;
  }

  /** Keeps a next version, in the place of one that still waited; that one becomes past. */
  void save(QueryDefinition definition, Caller by, Instant at) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              handle
                  .createUpdate(
                      """
                      INSERT INTO saved_query (name, version, state, source, sql, definition,
                        saved_by, saved_through, saved_at)
                      SELECT :name, coalesce(max(version), 0) + 1, 'waiting', :source, :sql,
                        :definition, :by, :through, :at
                      FROM saved_query WHERE name = :name
                      """)
                  .bind("name", definition.name())
                  .bind("source", definition.source())
                  .bind("sql", definition.sql())
                  .bind("definition", json(definition))
                  .bind("by", by.name())
                  .bind("through", by.door())
                  .bind("at", at.toEpochMilli())
                  .execute();
              handle
                  .createUpdate(
                      """
                      DELETE FROM saved_query WHERE name = :name AND state = 'removed'
                      """)
                  .bind("name", definition.name())
                  .execute();
              handle
                  .createUpdate(
                      """
                      UPDATE saved_query SET state = 'past'
                      WHERE name = :name AND state = 'waiting' AND version <
                        (SELECT max(version) FROM saved_query WHERE name = :name)
                      """)
                  .bind("name", definition.name())
                  .execute();
              forgetOldest(handle, definition.name());
            });
  }

  /** Approves a version that waits; false where it does not wait any more. */
  boolean approve(SavedQuery query, Caller by, Instant at) {
    String name = query.definition().name();
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              int approved =
                  handle
                      .createUpdate(
                          """
                          UPDATE saved_query
                          SET state = 'approved', approved_by = :by, approved_at = :at
                          WHERE name = :name AND version = :version AND state = 'waiting'
                          """)
                      .bind("by", by.name())
                      .bind("at", at.toEpochMilli())
                      .bind("name", name)
                      .bind("version", query.version())
                      .execute();
              if (approved == 0) {
                return false;
              }
              handle
                  .createUpdate(
                      """
                      UPDATE saved_query SET state = 'past'
                      WHERE name = :name AND version < :version AND state <> 'removed'
                      """)
                  .bind("name", name)
                  .bind("version", query.version())
                  .execute();
              forgetOldest(handle, name);
              return true;
            });
  }

  /** Removes one version that waits, or all that there is of a query. */
  void remove(String name, boolean onlyWaiting) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              handle
                  .createUpdate(
                      """
                      UPDATE saved_query
                      SET state = 'removed', source = '', sql = '', definition = ''
                      WHERE name = :name AND (state = 'waiting' OR :all)
                      """)
                  .bind("name", name)
                  .bind("all", !onlyWaiting)
                  .execute();
              handle
                  .createUpdate(
                      """
                      DELETE FROM saved_query
                      WHERE name = :name AND state = 'removed' AND version <
                        (SELECT max(version) FROM saved_query WHERE name = :name)
                      """)
                  .bind("name", name)
                  .execute();
            });
  }

  List<SavedQuery> find(String name) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM saved_query WHERE name = :name AND state IN ('approved', 'waiting')")
                    .bind("name", name)
                    .mapToMap()
                    .map(SavedStore::read)
                    .list());
  }

  /** The versions of a query that others took the place of, the latest first. */
  List<SavedQuery> past(String name) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT * FROM saved_query WHERE name = :name AND state = 'past'
                        ORDER BY version DESC
                        """)
                    .bind("name", name)
                    .mapToMap()
                    .map(SavedStore::read)
                    .list());
  }

  List<SavedQuery> all() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM saved_query WHERE state IN ('approved', 'waiting') ORDER BY name")
                    .mapToMap()
                    .map(SavedStore::read)
                    .list());
  }

  /** The names of approved queries of exactly that text. */
  List<String> approved(String source, String sql) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT name FROM saved_query
                        WHERE state = 'approved' AND source = :source AND sql = :sql
                        """)
                    .bind("source", source)
                    .bind("sql", sql)
                    .mapTo(String.class)
                    .list());
  }

  /** How many of somebody's wait. */
  int waiting(Caller by) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT count(*) FROM saved_query WHERE state = 'waiting' AND saved_by = :by")
                    .bind("by", by.name())
                    .mapTo(Integer.class)
                    .one());
  }

  private static void forgetOldest(Handle handle, String name) {
    handle
        .createUpdate(
            """
            DELETE FROM saved_query
            WHERE name = :name AND state = 'past' AND version NOT IN
              (SELECT version FROM saved_query WHERE name = :name AND state = 'past'
               ORDER BY version DESC LIMIT :most)
            """)
        .bind("name", name)
        .bind("most", MOST_PAST)
        .execute();
  }

  private static String json(QueryDefinition definition) {
    try {
      return Json.mapper().writeValueAsString(definition);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static SavedQuery read(Map<String, Object> columns) {
    Row row = new Row(columns);
    try {
      return new SavedQuery(
          Json.mapper().readValue(row.text("definition"), QueryDefinition.class),
          row.number("version"),
          row.text("saved_by"),
          row.text("saved_through"),
          row.moment("saved_at"),
          row.maybe("approved_by"),
          row.moment("approved_at"));
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("a saved query in the store cannot be read", damaged);
    }
  }
}
