package dev.alidade.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredQueryHistoryTest {
  @TempDir private Path folder;

  @Test
  void keepsWhatWasRunAcrossARestart() {
    try (StoredQueryHistory history = new StoredQueryHistory(Database.open(folder))) {
      for (int number = 0; number < 5_000; number++) {
        history.record(
            new QueryRecord(
                "local",
                "shop",
                "SELECT " + number,
                number % 2 == 0 ? Optional.of("SELECT " + number) : Optional.empty(),
                "ok",
                1,
                Duration.ofMillis(3),
                Instant.parse("2026-11-21T10:00:00Z")));
      }
    }
    long kept =
        Database.open(folder)
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("SELECT count(DISTINCT submitted_sql) FROM query_history")
                        .mapTo(Long.class)
                        .one());
    assertThat(kept).isEqualTo(5_000);
  }
}
