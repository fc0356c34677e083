package dev.alidade.identity;

import dev.alidade.store.Database;
import dev.alidade.store.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** API keys in our own database. */
final class KeyStore {
  private final Database database;
  private final QuickReads reads;

  KeyStore(Database database, QuickReads reads) {
    this.database = database;
    this.reads = reads;
  }

  void add(ApiKey key, String createdBy) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        INSERT INTO api_key (id, owner, name, hash, roles, created_by, created_at,
                          expires_at)
                        VALUES (:id, :owner, :name, :hash, :roles, :by, :created, :expires)
                        """)
                    .bind("id", key.id())
                    .bind("owner", key.owner())
                    .bind("name", key.name())
                    .bind("hash", key.hash())
                    .bind("roles", Written.json(key.roles()))
                    .bind("by", createdBy)
                    .bind("created", key.createdAt().toEpochMilli())
                    .bind("expires", key.expiresAt().toEpochMilli())
                    .execute());
  }

  Optional<ApiKey> find(String id) {
    return reads.read(
        handle ->
            handle
                .createQuery("SELECT * FROM api_key WHERE id = :id")
                .bind("id", id)
                .mapToMap()
                .map(Row::new)
                .map(KeyStore::read)
                .findOne());
  }

  /** The keys of one caller, the latest first. */
  List<ApiKey> list(String owner) {
    return reads.read(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM api_key WHERE owner = :owner ORDER BY created_at DESC, id")
                .bind("owner", owner)
                .mapToMap()
                .map(Row::new)
                .map(KeyStore::read)
                .list());
  }

  void remove(String id) {
    database.jdbi().useHandle(handle -> handle.execute("DELETE FROM api_key WHERE id = ?", id));
  }

  void used(String id, Instant now) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE api_key SET used_at = ? WHERE id = ?", now.toEpochMilli(), id));
  }

  private static ApiKey read(Row row) {
    return new ApiKey(
        row.text("id"),
        row.text("owner"),
        row.text("name"),
        row.text("hash"),
        Written.roles(row),
        row.at("created_at"),
        row.at("expires_at"),
        row.moment("used_at"));
  }
}
