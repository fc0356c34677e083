package dev.alidade.source;

import dev.alidade.store.Database;
import dev.alidade.store.Row;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Added sources in our own database, their settings sealed. */
final class SourceStore {
  private final Database database;

  SourceStore(Database database) {
    this.database = database;
  }

  /** One source, its settings sealed. */
  record SealedSource(
      String name, String engine, String sealed, String addedBy, long addedAt, long changedAt) {}

  /** All of one moment; the version is another one after every change. */
  record Content(long version, List<SealedSource> sources) {
    Content {
      sources = List.copyOf(sources);
    }
  }

  long version() {
    return database.jdbi().withHandle(SourceStore::version);
  }

  Content read() {
    return database.jdbi().inTransaction(handle -> new Content(version(handle), sources(handle)));
  }

  /** Keeps a source, with what else belongs to it; false where another process was faster. */
  boolean add(SealedSource source, Consumer<Handle> rest) {
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
                      source.name(),
                      source.engine(),
                      source.sealed(),
                      source.addedBy(),
                      source.addedAt(),
                      source.changedAt());
              if (added == 1) {
                rest.accept(handle);
              }
              return added == 1;
            });
  }

  void change(SealedSource source, Consumer<Handle> rest) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute(
                  "UPDATE source SET settings = ?, changed_at = ? WHERE name = ?",
                  source.sealed(),
                  source.changedAt(),
                  source.name());
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

  private static List<SealedSource> sources(Handle handle) {
    return handle
        .createQuery("SELECT * FROM source ORDER BY added_at, name")
        .mapToMap()
        .map(Row::new)
        .map(SourceStore::source)
        .list();
  }

  private static SealedSource source(Row row) {
    return new SealedSource(
        row.text("name"),
        row.text("engine"),
        row.text("settings"),
        row.text("added_by"),
        row.wide("added_at"),
        row.wide("changed_at"));
  }
}
