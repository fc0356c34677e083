package dev.alidade.identity;

import dev.alidade.store.Database;
import dev.alidade.store.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Callers in our own database. */
final class CallerStore {
  private final Database database;
  private final QuickReads reads;

  CallerStore(Database database, QuickReads reads) {
    this.database = database;
    this.reads = reads;
  }

  boolean isEmpty() {
    return reads.read(
        handle ->
            handle
                .createQuery("SELECT NOT EXISTS (SELECT 1 FROM caller)")
                .mapTo(Boolean.class)
                .one());
  }

  Optional<Principal> find(String name) {
    return reads.read(
        handle ->
            handle
                .createQuery("SELECT * FROM caller WHERE name = :name")
                .bind("name", name)
                .mapToMap()
                .map(Row::new)
                .map(CallerStore::read)
                .findOne());
  }

  List<Principal> list() {
    return reads.read(
        handle ->
            handle
                .createQuery("SELECT * FROM caller ORDER BY name")
                .mapToMap()
                .map(Row::new)
                .map(CallerStore::read)
                .list());
  }

  /**
   * Keeps a caller; false if there is one of that name, or any at all where it has to be the first.
   */
  boolean add(Principal caller, String createdBy, Instant now, boolean mustBeFirst) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              int added =
                  handle
                      .createUpdate(
                          """
                          INSERT INTO caller
                            (name, roles, attributes, limits, password, created_by, created_at)
                          SELECT :name, :roles, :attributes, :limits, :password, :by, :now
                          WHERE NOT EXISTS (SELECT 1 FROM caller WHERE :first OR name = :name)
                          """)
                      .bind("name", caller.name())
                      .bind("roles", Written.json(caller.roles()))
                      .bind("attributes", Written.json(caller.attributes()))
                      .bind("limits", Written.json(caller.limits()))
                      .bind("password", caller.password().orElse(null))
                      .bind("by", createdBy)
                      .bind("now", now.toEpochMilli())
                      .bind("first", mustBeFirst)
                      .execute();
              if (added == 1) {
                // Whoever had the name before, perhaps in the configuration, is somebody else.
                handle.execute("DELETE FROM api_key WHERE owner = ?", caller.name());
                handle.execute("DELETE FROM session WHERE owner = ?", caller.name());
              }
              return added == 1;
            });
  }

  /**
   * Forgets a caller with all keys and sessions; false if there is none, or it must not be last.
   */
  boolean remove(String name, boolean mayBeLast) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              int removed =
                  handle
                      .createUpdate(
                          """
                          DELETE FROM caller WHERE name = :name
                            AND (:last OR EXISTS (SELECT 1 FROM caller WHERE name <> :name))
                          """)
                      .bind("name", name)
                      .bind("last", mayBeLast)
                      .execute();
              if (removed == 1) {
                handle.execute("DELETE FROM api_key WHERE owner = ?", name);
                handle.execute("DELETE FROM session WHERE owner = ?", name);
              }
              return removed == 1;
            });
  }

  /** Gives a caller other roles, attributes and limits. */
  void change(Principal caller) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE caller SET roles = ?, attributes = ?, limits = ? WHERE name = ?",
                    Written.json(caller.roles()),
                    Written.json(caller.attributes()),
                    Written.json(caller.limits()),
                    caller.name()));
  }

  void setPassword(String name, String hash) {
    database
        .jdbi()
        .useHandle(
            handle -> handle.execute("UPDATE caller SET password = ? WHERE name = ?", hash, name));
  }

  private static Principal read(Row row) {
    return new Principal(
        row.text("name"),
        Written.roles(row),
        Written.attributes(row),
        row.maybe("password"),
        Written.limits(row),
        false);
  }
}
