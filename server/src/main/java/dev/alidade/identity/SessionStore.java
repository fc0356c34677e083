package dev.alidade.identity;

import dev.alidade.store.Database;
import dev.alidade.store.Row;
import java.time.Instant;
import java.util.Optional;

/** Sessions in our own database. */
final class SessionStore {
  private final Database database;
  private final QuickReads reads;

  SessionStore(Database database, QuickReads reads) {
    this.database = database;
    this.reads = reads;
  }

  /** Keeps a session and forgets those that are over. */
  void add(Session session) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute(
                  "DELETE FROM session WHERE expires_at <= ? OR used_at <= ?",
                  session.createdAt().toEpochMilli(),
                  session.createdAt().minus(Session.LONGEST_IDLE).toEpochMilli());
              handle
                  .createUpdate(
                      """
                      INSERT INTO session (id, owner, hash, created_at, expires_at, used_at)
                      VALUES (:id, :owner, :hash, :created, :expires, :used)
                      """)
                  .bind("id", session.id())
                  .bind("owner", session.owner())
                  .bind("hash", session.hash())
                  .bind("created", session.createdAt().toEpochMilli())
                  .bind("expires", session.expiresAt().toEpochMilli())
                  .bind("used", session.usedAt().toEpochMilli())
                  .execute();
            });
  }

  Optional<Session> find(String id) {
    return reads.read(
        handle ->
            handle
                .createQuery("SELECT * FROM session WHERE id = :id")
                .bind("id", id)
                .mapToMap()
                .map(Row::new)
                .map(SessionStore::read)
                .findOne());
  }

  void remove(String id) {
    database.jdbi().useHandle(handle -> handle.execute("DELETE FROM session WHERE id = ?", id));
  }

  /** Ends all sessions of a caller but one; {@code spared} may be no session's id. */
  void removeAllOf(String owner, String spared) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute("DELETE FROM session WHERE owner = ? AND id <> ?", owner, spared));
  }

  void used(String id, Instant now) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE session SET used_at = ? WHERE id = ?", now.toEpochMilli(), id));
  }

  private static Session read(Row row) {
    return new Session(
        row.text("id"),
        row.text("owner"),
        row.text("hash"),
        row.at("created_at"),
        row.at("expires_at"),
        row.at("used_at"));
  }
}
