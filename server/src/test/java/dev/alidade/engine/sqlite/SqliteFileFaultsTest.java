package dev.alidade.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.ErrorType;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.SourceDefinition;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the file while it is open never gives a wrong answer, and is got over. */
@Timeout(120)
class SqliteFileFaultsTest {
  private static final String SUM = "SELECT sum(n), min(word) FROM t";

  @TempDir private Path folder;
  private Path file;
  private Engine engine;
  private EngineProbe probe;

  @BeforeEach
  void open() {
    file = folder.resolve("faults.sqlite");
    create(file, 20_000);
    engine =
        new SqliteEngineFactory()
            .open(
                new SourceDefinition(
                    EngineProbe.SOURCE, "sqlite", Map.of("path", file.toString())));
    probe = new EngineProbe(engine);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void anotherFileInThePlaceIsReadFromThenOn() throws IOException {
    assertThat(sum()).isEqualTo(199_990_000L);
    Path other = folder.resolve("other.sqlite");
    // It counts as many changes of its tables, but they are others.
    SqliteFile.create(
        other, List.of("CREATE TABLE secret (n)", "INSERT INTO secret VALUES (1), (2)"));
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    assertThat(probe.failure(SUM).code()).isEqualTo(ErrorCode.TABLE_NOT_FOUND);
    assertThat(probe.inspect("SELECT n FROM secret").tables())
        .extracting(table -> table.table())
        .containsExactly("secret");
    assertThat(probe.number("SELECT sum(n) FROM secret")).isEqualTo(3);
    assertThat(engine.readCatalog().table("t")).isEmpty();
  }

  @Test
  void aFileThatIsGoneIsNamedAndReadWhenItIsBack() throws IOException {
    Path elsewhere = folder.resolve("elsewhere");
    Files.move(file, elsewhere);
    AlidadeException failure = probe.failure(SUM);
    assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_UNAVAILABLE);
    assertThat(failure).hasMessageContaining("contract").hasMessageContaining("faults.sqlite");
    Files.move(elsewhere, file);
    assertThat(sum()).isEqualTo(199_990_000L);
  }

  @Test
  void aTruncatedFileIsSaidSoAndReadWhenItIsWhole() throws Exception {
    assertThat(sum()).isEqualTo(199_990_000L);
    Path whole = Files.copy(file, folder.resolve("whole"));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 3);
    }
    for (int round = 0; round < 20; round++) {
      AlidadeException failure = probe.failure(SUM);
      assertThat(failure.code().type()).isEqualTo(ErrorType.EXTERNAL);
      assertThat(failure).hasMessageContaining("contract");
    }
    Files.copy(whole, file, StandardCopyOption.REPLACE_EXISTING);
    works(Duration.ofSeconds(10));
  }

  @Test
  void rubbishInThePlaceOfTheFileIsRefusedUntilItIsADatabaseAgain() throws Exception {
    Path whole = Files.copy(file, folder.resolve("whole"));
    Path rubbish = folder.resolve("rubbish");
    Files.writeString(rubbish, "This is no database. ".repeat(500));
    Files.move(rubbish, file, StandardCopyOption.REPLACE_EXISTING);
    AlidadeException failure = probe.failure(SUM);
    assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_UNAVAILABLE);
    assertThat(failure).hasMessageContaining("contract");
    Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
    works(Duration.ofSeconds(10));
  }

  @Test
  void aFileThatAWriterLocksIsSaidSoAndReadAfterwards() throws Exception {
    try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = writer.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      AlidadeException failure = probe.failure(SUM);
      assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_UNAVAILABLE);
      assertThat(failure).hasMessageContaining("contract").hasMessageContaining("another program");
      statement.execute("ROLLBACK");
    }
    assertThat(sum()).isEqualTo(199_990_000L);
  }

  private long sum() {
    return ((Number) probe.rows(SUM).getFirst().getFirst()).longValue();
  }

  private void works(Duration within) throws InterruptedException {
    long until = System.nanoTime() + within.toNanos();
    while (true) {
      try {
        assertThat(sum()).isEqualTo(199_990_000L);
        return;
      } catch (AlidadeException stillDown) {
        assertThat(System.nanoTime()).isLessThan(until);
        Thread.sleep(50);
      }
    }
  }

  private static void create(Path file, int rows) {
    SqliteFile.create(
        file,
        List.of(
            "CREATE TABLE t (n INTEGER, word TEXT)",
            "WITH RECURSIVE r (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM r WHERE n < "
                + (rows - 1)
                + ") INSERT INTO t SELECT n, 'word ' || n FROM r"));
  }
}
