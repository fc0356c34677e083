package dev.alidade.ask.model;

import dev.alidade.store.Database;
import dev.alidade.store.Row;
import java.time.Instant;
import java.util.Optional;

/** What models said, in our own database; prompts are not kept, only what they are known by. */
final class AnswerBook {
  private static final int MOST = 5_000;

  private final Database database;
  private final int most;

  AnswerBook(Database database) {
    this(database, MOST);
  }

  /** The same for fewer answers of all models together. */
  AnswerBook(Database database, int most) {
    this.database = database;
    this.most = most;
  }

  /** What was said after {@code since} to the prompt that is known by {@code key}. */
  Optional<KeptAnswer> find(String key, Instant since) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT answer, answered_at FROM model_answer
                        WHERE prompt = :key AND answered_at > :since
                        """)
                    .bind("key", key)
                    .bind("since", since.toEpochMilli())
                    .mapToMap()
                    .map(Row::new)
                    .map(row -> new KeptAnswer(row.text("answer"), row.at("answered_at")))
                    .findFirst());
  }

  /** Keeps an answer; of the model's others go those from before {@code oldest}. */
  void add(String key, String model, KeptAnswer answer, Instant oldest) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              handle
                  .createUpdate(
                      """
                      INSERT INTO model_answer (prompt, model, answer, answered_at)
                      VALUES (:key, :model, :answer, :at)
                      ON CONFLICT (prompt) DO UPDATE SET
                        answer = excluded.answer, answered_at = excluded.answered_at
                      """)
                  .bind("key", key)
                  .bind("model", model)
                  .bind("answer", answer.text())
                  .bind("at", answer.at().toEpochMilli())
                  .execute();
              handle.execute(
                  "DELETE FROM model_answer WHERE model = ? AND answered_at <= ?",
                  model,
                  oldest.toEpochMilli());
              handle.execute(
                  """
                  DELETE FROM model_answer WHERE answered_at <=
                    (SELECT answered_at FROM model_answer ORDER BY answered_at DESC
                      LIMIT 1 OFFSET ?)
                  """,
                  most);
            });
  }
}
