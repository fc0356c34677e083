package dev.alidade.source;

import dev.alidade.store.Database;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Added sources in our own database, their settings sealed. */
final class SourceStore {
  private final Database database;

  SourceStore(Database database) {
    this.database = database;
  }

  /** One source, its settings sealed. */
  record Row(
      String name, String engine, String sealed, String addedBy, long addedAt, long changedAt) {}

  /** All of one moment; the version is another one after every change. */
  record Content(long version, List<Row> rows) {
    Content {
      rows = List.copyOf(rows);
    }
  }

  long version() {
    return database.jdbi().withHandle(SourceStore::version);
  }

  Content read() {
    return database.jdbi().inTransaction(handle -> new Content(version(handle), rows(handle)));
  }

  /** Keeps a source, with what else belongs to it; false where another process was faster. */
  boolean add(Row row, Consumer<Handle> rest) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              int added =
                  handle.execute(
                      """
                      INSERT INTO source (name, engine, settings, added_by, added_at, changed_at)
                      VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING
                      """,
                      row.name(),
                      row.engine(),
                      row.sealed(),
                      row.addedBy(),
                      row.addedAt(),
                      row.changedAt());
              if (added == 1) {
                rest.accept(handle);
              }
              return added == 1;
            });
  }

  void change(Row row, Consumer<Handle> rest) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute(
                  "UPDATE source SET settings = ?, changed_at = ? WHERE name = ?",
                  row.sealed(),
                  row.changedAt(),
                  row.name());
              rest.accept(handle);
            });
  }

  /** Forgets a source and the files that it was made of. */
  void remove(String name) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute("DELETE FROM upload WHERE source = ?", name);
              handle.execute("DELETE FROM source WHERE name = ?", name);
            });
  }

  private static long version(Handle handle) {
    return handle.createQuery("SELECT version FROM source_version").mapTo(Long.class).one();
  }

  private static List<Row> rows(Handle handle) {
    return handle
        .createQuery("SELECT * FROM source ORDER BY added_at, name")
        .mapToMap()
        .map(SourceStore::row)
        .list();
  }

  private static Row row(Map<String, Object> row) {
    return new Row(
        (String) row.get("name"),
        (String) row.get("engine"),
        (String) row.get("settings"),
        (String) row.get("added_by"),
        ((Number) row.get("added_at")).longValue(),
        ((Number) row.get("changed_at")).longValue());
  }
}
