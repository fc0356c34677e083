package dev.alidade.share;

import dev.alidade.base.Sha256;
import dev.alidade.store.Database;
import dev.alidade.store.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Links in our own database; of a token nothing is kept but its SHA-256. */
final class ShareStore {
  private static final int MOST_LISTED = 200;

  private final Database database;

  ShareStore(Database database) {
    this.database = database;
  }

  void add(Share share, String token) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        INSERT INTO conversation_share
                          (id, conversation, owner, hash, shared_at, expires_at)
                        VALUES (:id, :conversation, :owner, :hash, :shared, :expires)
                        """)
                    .bind("id", share.id())
                    .bind("conversation", share.conversation())
                    .bind("owner", share.owner())
                    .bind("hash", hash(token))
                    .bind("shared", share.sharedAt().toEpochMilli())
                    .bind("expires", share.expiresAt().map(Instant::toEpochMilli).orElse(null))
                    .execute());
  }

  /** The link that a token opens, be it over or not. */
  Optional<Share> find(String token) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .select("SELECT * FROM conversation_share WHERE hash = ?", hash(token))
                    .mapToMap()
                    .map(Row::new)
                    .map(ShareStore::read)
                    .findOne());
  }

  /** The links of a caller, the latest first. */
  List<Share> list(String owner) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT * FROM conversation_share WHERE owner = :owner
                        ORDER BY shared_at DESC, id LIMIT :most
                        """)
                    .bind("owner", owner)
                    .bind("most", MOST_LISTED)
                    .mapToMap()
                    .map(Row::new)
                    .map(ShareStore::read)
                    .list());
  }

  /** Whether the owner had such a link. */
  boolean remove(String owner, String id) {
    return database
            .jdbi()
            .withHandle(
                handle ->
                    handle.execute(
                        "DELETE FROM conversation_share WHERE id = ? AND owner = ?", id, owner))
        > 0;
  }

  void removeOver(Instant now) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "DELETE FROM conversation_share WHERE expires_at <= ?", now.toEpochMilli()));
  }

  private static Share read(Row row) {
    return new Share(
        row.text("id"),
        row.text("conversation"),
        row.text("owner"),
        row.at("shared_at"),
        row.moment("expires_at"));
  }

  /** A token has 144 random bits: nobody finds one by its hash, however fast it is made. */
  private static String hash(String token) {
    return Sha256.hex(token);
  }
}
