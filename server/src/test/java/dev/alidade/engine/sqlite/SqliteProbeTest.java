package dev.alidade.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.Cancellation;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteProbeTest {
  @TempDir private Path folder;

  @Test
  void aSessionAnswersAgainAfterAnInterrupt() {
    Path file = folder.resolve("shop.sqlite");
    SqliteFile.create(
        file, List.of("CREATE TABLE orders (id INTEGER)", "INSERT INTO orders VALUES (1), (2)"));
    try (SqliteSession session = SqliteSession.open("shop", file)) {
      long before = session.call(Cancellation.never(), session::schemaVersion);
      session.call(Cancellation.never(), () -> interruptedBeside(session));
      assertThat(session.call(Cancellation.never(), session::schemaVersion)).isEqualTo(before);
      session.call(
          Cancellation.never(),
          () -> {
            session.noticeChanges();
            return true;
          });
    }
  }

  /** An interrupt hits all statements as long as one of them has begun and has not ended. */
  private static boolean interruptedBeside(SqliteSession session) throws SQLException {
    try (Statement statement = session.connection().createStatement();
        ResultSet rows = statement.executeQuery("SELECT id FROM orders")) {
      assertThat(rows.next()).isTrue();
      session.connection().getDatabase().interrupt();
      assertThatThrownBy(session::schemaVersion).hasMessageContaining("INTERRUPT");
      assertThatThrownBy(session::noticeChanges).hasMessageContaining("INTERRUPT");
      return true;
    }
  }
}
