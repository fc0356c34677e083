package dev.alidade.semantic;

import dev.alidade.base.Caller;
import dev.alidade.store.Database;
import dev.alidade.store.Row;
import dev.alidade.store.SeenLately;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Versions of models in our own database. */
final class ModelStore {
  private final Database database;
  private final SeenLately<Integer> latest;

  ModelStore(Database database, Clock clock) {
    this.database = database;
    this.latest = new SeenLately<>(clock);
  }

  /** The latest version's number; 0 where there is none. */
  int latest(String source) {
    return latest.of(source, () -> readLatest(source));
  }

  private int readLatest(String source) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT coalesce(max(version), 0) FROM semantic_model WHERE source = :source")
                    .bind("source", source)
                    .mapTo(Integer.class)
                    .one());
  }

  /** All versions, the latest first. */
  List<KeptModel> versions(String source) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM semantic_model WHERE source = :source ORDER BY version DESC")
                    .bind("source", source)
                    .mapToMap()
                    .map(ModelStore::read)
                    .list());
  }

  Optional<KeptModel> find(String source, int version) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM semantic_model WHERE source = :source AND version = :version")
                    .bind("source", source)
                    .bind("version", version)
                    .mapToMap()
                    .map(ModelStore::read)
                    .findOne());
  }

  /**
   * Keeps the version after {@code before}; false where somebody else has saved one since then.
   *
   * @param text empty to remove the model
   */
  boolean save(String source, int before, String text, String reason, Caller by, Instant at) {
    boolean saved =
        database
                .jdbi()
                .withHandle(
                    handle ->
                        handle
                            .createUpdate(
                                """
                            INSERT INTO semantic_model
                              (source, version, text, reason, saved_by, saved_through, saved_at)
                            VALUES (:source, :version, :text, :reason, :by, :through, :at)
                            ON CONFLICT (source, version) DO NOTHING
                            """)
                            .bind("source", source)
                            .bind("version", before + 1)
                            .bind("text", text)
                            .bind("reason", reason)
                            .bind("by", by.name())
                            .bind("through", by.door())
                            .bind("at", at.toEpochMilli())
                            .execute())
            == 1;
    latest.changed(source);
    return saved;
  }

  private static KeptModel read(Map<String, Object> columns) {
    Row row = new Row(columns);
    return new KeptModel(
        row.text("source"),
        row.number("version"),
        row.text("text"),
        row.text("reason"),
        row.text("saved_by"),
        row.text("saved_through"),
        row.at("saved_at"));
  }
}
