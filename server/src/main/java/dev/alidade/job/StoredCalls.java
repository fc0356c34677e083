package dev.alidade.job;

import dev.alidade.operation.LastingCalls;
import dev.alidade.store.Database;
import dev.alidade.store.Row;
import java.time.Instant;
import java.util.Optional;

/** Calls that outlast their request, in our own database. */
public final class StoredCalls implements LastingCalls {
  private final Database database;

  /** Keeps them there. */
  public StoredCalls(Database database) {
    this.database = database;
  }

  @Override
  public void begin(Kept call, Instant now) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              handle
                  .createUpdate("DELETE FROM lasting_call WHERE kept_until < :now")
                  .bind("now", now.toEpochMilli())
                  .execute();
              handle
                  .createUpdate(
                      """
                      INSERT INTO lasting_call (id, caller, request, begun_at, kept_until)
                      VALUES (:id, :caller, :request, :begun, :until)
                      """)
                  .bind("id", call.id())
                  .bind("caller", call.caller())
                  .bind("request", call.request())
                  .bind("begun", call.begun().toEpochMilli())
                  .bind("until", call.until().toEpochMilli())
                  .execute();
            });
  }

  @Override
  public void end(String id, String outcome, Instant at) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        "UPDATE lasting_call SET outcome = :outcome, ended_at = :at WHERE id = :id")
                    .bind("outcome", outcome)
                    .bind("at", at.toEpochMilli())
                    .bind("id", id)
                    .execute());
  }

  @Override
  public Optional<Kept> find(String id) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM lasting_call WHERE id = :id")
                    .bind("id", id)
                    .mapToMap()
                    .map(columns -> read(new Row(columns)))
                    .findOne());
  }

  private static Kept read(Row row) {
    return new Kept(
        row.text("id"),
        row.text("caller"),
        row.text("request"),
        row.at("begun_at"),
        row.at("kept_until"),
        row.maybe("outcome"),
        row.moment("ended_at"));
  }
}
