package dev.alidade.ask.model;

import dev.alidade.store.Database;
import dev.alidade.store.Row;
import java.time.LocalDate;

/** What models were used for, day by day, in our own database. */
final class UsageBook {
  private final Database database;

  UsageBook(Database database) {
    this.database = database;
  }

  void add(LocalDate day, String model, String caller, Usage usage) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        INSERT INTO model_usage
                          (day, model, caller, calls, input_tokens, output_tokens, millionths)
                        VALUES (:day, :model, :caller, :calls, :input, :output, :millionths)
                        ON CONFLICT (day, model, caller) DO UPDATE SET
                          calls = calls + excluded.calls,
                          input_tokens = input_tokens + excluded.input_tokens,
                          output_tokens = output_tokens + excluded.output_tokens,
                          millionths = millionths + excluded.millionths
                        """)
                    .bind("day", day.toString())
                    .bind("model", model)
                    .bind("caller", caller)
                    .bind("calls", usage.calls())
                    .bind("input", usage.tokens().input())
                    .bind("output", usage.tokens().output())
                    .bind("millionths", usage.millionths())
                    .execute());
  }

  /** Of all callers on that day. */
  Usage of(LocalDate day, String model) {
    return sum(day, model, "%");
  }

  /** Of one caller on that day. */
  Usage of(LocalDate day, String model, String caller) {
    return sum(day, model, caller.replaceAll("([!%_])", "!$1"));
  }

  private Usage sum(LocalDate day, String model, String callers) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT coalesce(sum(calls), 0) AS calls,
                          coalesce(sum(input_tokens), 0) AS input,
                          coalesce(sum(output_tokens), 0) AS output,
                          coalesce(sum(millionths), 0) AS millionths
                        FROM model_usage
                        WHERE day = :day AND model = :model AND caller LIKE :callers ESCAPE '!'
                        """)
                    .bind("day", day.toString())
                    .bind("model", model)
                    .bind("callers", callers)
                    .mapToMap()
                    .map(Row::new)
                    .map(UsageBook::read)
                    .one());
  }

  private static Usage read(Row row) {
    return new Usage(
        row.wide("calls"),
        new Tokens(row.wide("input"), row.wide("output")),
        row.wide("millionths"));
  }
}
