package dev.alidade.identity;

import dev.alidade.base.Caller;
import dev.alidade.store.Database;
import dev.alidade.store.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Callers whom only tokens describe, as the latest token of each did. */
final class SeenCallers {
  /** As long as what waits for somebody else's approval can be carried out for them. */
  private static final Duration REMEMBERED = Duration.ofHours(25);

  private final Database database;

  SeenCallers(Database database) {
    this.database = database;
  }

  /** Notes a caller and forgets those who were not seen for long. */
  void seen(Caller caller, Instant now) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute(
                  "DELETE FROM token_caller WHERE seen_at < ?",
                  now.minus(REMEMBERED).toEpochMilli());
              handle.execute(
                  """
                  INSERT INTO token_caller (name, roles, attributes, seen_at) VALUES (?, ?, ?, ?)
                  ON CONFLICT (name) DO UPDATE SET roles = excluded.roles,
                    attributes = excluded.attributes, seen_at = excluded.seen_at
                  """,
                  caller.name(),
                  Written.json(caller.roles()),
                  Written.json(caller.attributes()),
                  now.toEpochMilli());
            });
  }

  Optional<Caller> find(String name, Instant now) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM token_caller WHERE name = :name AND seen_at >= :since")
                    .bind("name", name)
                    .bind("since", now.minus(REMEMBERED).toEpochMilli())
                    .mapToMap()
                    .map(Row::new)
                    .map(row -> new Caller(name, Written.roles(row), Written.attributes(row)))
                    .findOne());
  }
}
