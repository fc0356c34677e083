package dev.alidade.rules;

import dev.alidade.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Roles and policies in our own database. */
final class RuleStore {
  private static final String ROLES = "access_role";
  private static final String POLICIES = "access_policy";

  private final Database database;

  RuleStore(Database database) {
    this.database = database;
  }

  /** All of one moment; the version is another one after every change. */
  record Content(long version, List<RuleRow> roles, List<RuleRow> policies) {}

  long version() {
    return database.jdbi().withHandle(RuleStore::version);
  }

  Content read() {
    return database
        .jdbi()
        .inTransaction(
            handle -> new Content(version(handle), rows(handle, ROLES), rows(handle, POLICIES)));
  }

  void saveRole(RuleRow row) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    INSERT INTO access_role (name, definition, saved_by, saved_at)
                    VALUES (?, ?, ?, ?)
                    ON CONFLICT (name) DO UPDATE SET definition = excluded.definition,
                      saved_by = excluded.saved_by, saved_at = excluded.saved_at
                    """,
                    row.name(),
                    row.definition(),
                    row.savedBy(),
                    row.savedAt().toEpochMilli()));
  }

  void savePolicy(RuleRow row) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    INSERT INTO access_policy (name, source, definition, saved_by, saved_at)
                    VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (name) DO UPDATE SET source = excluded.source,
                      definition = excluded.definition, saved_by = excluded.saved_by,
                      saved_at = excluded.saved_at
                    """,
                    row.name(),
                    row.source().orElseThrow(),
                    row.definition(),
                    row.savedBy(),
                    row.savedAt().toEpochMilli()));
  }

  void removeRole(String name) {
    database
        .jdbi()
        .useHandle(handle -> handle.execute("DELETE FROM access_role WHERE name = ?", name));
  }

  void removePolicy(String name) {
    database
        .jdbi()
        .useHandle(handle -> handle.execute("DELETE FROM access_policy WHERE name = ?", name));
  }

  private static long version(Handle handle) {
    return handle.createQuery("SELECT version FROM access_version").mapTo(Long.class).one();
  }

  private static List<RuleRow> rows(Handle handle, String table) {
    return handle
        .createQuery("SELECT * FROM " + table + " ORDER BY name")
        .mapToMap()
        .map(RuleStore::row)
        .list();
  }

  private static RuleRow row(Map<String, Object> row) {
    return new RuleRow(
        (String) row.get("name"),
        Optional.ofNullable((String) row.get("source")),
        (String) row.get("definition"),
        (String) row.get("saved_by"),
        Instant.ofEpochMilli(((Number) row.get("saved_at")).longValue()));
  }
}
