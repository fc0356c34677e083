package dev.alidade.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class StoredQueryHistoryTest {
  @TempDir private Path folder;

  @Test
  void keepsWhatWasRunAcrossARestart() {
    try (StoredQueryHistory history = new StoredQueryHistory(Database.open(folder))) {
      for (int number = 0; number < 5_000; number++) {
        history.record(entry("SELECT " + number));
      }
    }
    assertThat(distinctStatements()).isEqualTo(5_000);
  }

  @Test
  @Timeout(20)
  void endsAtOnceHoweverLittleThereWasToWrite() {
    for (int round = 0; round < 20; round++) {
      try (StoredQueryHistory history = new StoredQueryHistory(Database.openLater(folder))) {
        if (round % 2 == 0) {
          history.record(entry("SELECT " + round));
        }
      }
    }
    assertThat(distinctStatements()).isEqualTo(10);
  }

  private static QueryRecord entry(String sql) {
    return new QueryRecord(
        "local",
        "shop",
        sql,
        Optional.of(sql),
        "ok",
        1,
        Duration.ofMillis(3),
        Instant.parse("2026-11-21T10:00:00Z"));
  }

  private long distinctStatements() {
    return Database.open(folder)
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT count(DISTINCT submitted_sql) FROM query_history")
                    .mapTo(Long.class)
                    .one());
  }
}
