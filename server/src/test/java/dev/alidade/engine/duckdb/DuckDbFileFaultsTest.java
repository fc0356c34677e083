package dev.alidade.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.ErrorType;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.ResultStream;
import dev.alidade.engine.Transaction;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the file while it is open never gives a wrong answer, and is got over. */
@Timeout(120)
class DuckDbFileFaultsTest {
  private static final String COUNT = "SELECT count(*) FROM t";

  @TempDir private Path folder;
  private Path file;
  private Engine engine;
  private EngineProbe probe;

  @BeforeEach
  void open() {
    file = folder.resolve("faults.duckdb");
    DuckDbFiles.create(
        file,
        List.of(
            "CREATE TABLE t AS SELECT range AS n, 'word ' || range AS word FROM range(2000000)"));
    engine = DuckDbFiles.open(file);
    probe = new EngineProbe(engine);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void anOpenResultIsReadToItsEndWhileAnotherFileTakesThePlace() {
    try (ResultStream result = probe.start("SELECT n, word FROM t")) {
      assertThat(result.next()).isPresent();
      DuckDbFiles.replace(file, List.of("DELETE FROM t WHERE n >= 5"));
      assertThat(probe.number(COUNT)).isEqualTo(5);
      assertThat(EngineProbe.drain(result)).isGreaterThan(1_900_000);
    }
    assertThat(probe.number(COUNT)).isEqualTo(5);
  }

  @Test
  void aFileThatIsGoneIsNamedAndOpenedWhenItIsBack() throws IOException {
    Path elsewhere = folder.resolve("elsewhere");
    Files.move(file, elsewhere);
    AlidadeException failure = probe.failure("SELECT n FROM t WHERE n = 1");
    assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_UNAVAILABLE);
    assertThat(failure).hasMessageContaining("contract").hasMessageContaining("faults.duckdb");
    Files.move(elsewhere, file);
    assertThat(probe.number(COUNT)).isEqualTo(2_000_000);
  }

  @Test
  void aTruncatedFileIsSaidSoAndOpenedWhenItIsWhole() throws Exception {
    assertThat(probe.number(COUNT)).isEqualTo(2_000_000);
    Path whole = Files.copy(file, folder.resolve("whole"));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 3);
    }
    for (int round = 0; round < 20; round++) {
      AlidadeException failure = probe.failure("SELECT sum(n), min(word) FROM t");
      assertThat(failure.code().type()).isEqualTo(ErrorType.EXTERNAL);
      assertThat(failure).hasMessageContaining("contract");
    }
    Files.copy(whole, file, StandardCopyOption.REPLACE_EXISTING);
    works(Duration.ofSeconds(10));
  }

  @Test
  void rubbishInThePlaceOfTheFileIsRefusedUntilItIsADatabaseAgain() throws Exception {
    Path whole = Files.copy(file, folder.resolve("whole"));
    Files.writeString(file, "This is no database.");
    AlidadeException failure = probe.failure(COUNT);
    assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_UNAVAILABLE);
    assertThat(failure).hasMessageContaining("faults.duckdb");
    Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
    works(Duration.ofSeconds(10));
  }

  @Test
  void aTransactionWhoseFileIsOverwrittenIsGivenUp() throws Exception {
    Path other = folder.resolve("other.duckdb");
    DuckDbFiles.create(other, List.of("CREATE TABLE t AS SELECT 1 AS n, 'other' AS word"));
    try (Transaction transaction = engine.begin(Cancellation.never())) {
      assertThat(probe.rowsIn(transaction, COUNT)).containsExactly(List.of(2_000_000L));
      Files.write(file, Files.readAllBytes(other));
      AlidadeException failure =
          EngineProbe.failure(() -> probe.rowsIn(transaction, "SELECT sum(n) FROM t"));
      assertThat(failure.code()).isEqualTo(ErrorCode.TRANSACTION_FAILED);
    }
    assertThat(probe.number(COUNT)).isEqualTo(1);
  }

  @Test
  void aFileThatAnotherProcessWritesIsSaidSoAndOpenedAfterwards() throws Exception {
    Path locked = folder.resolve("locked.duckdb");
    try (FileLock holder = FileLock.hold(locked)) {
      AlidadeException failure = EngineProbe.failure(() -> DuckDbFiles.open(locked).close());
      assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_UNAVAILABLE);
      assertThat(failure).hasMessageContaining("contract").hasMessageContaining("another program");
      assertThat(holder.isAlive()).isTrue();
    }
    try (Engine opened = DuckDbFiles.open(locked)) {
      assertThat(new EngineProbe(opened).number("SELECT count(*) FROM held")).isEqualTo(1);
    }
  }

  @Test
  void manyReplacementsLeakNoThreads() {
    int before = Thread.activeCount();
    Path small = folder.resolve("small.duckdb");
    DuckDbFiles.create(small, List.of("CREATE TABLE t AS SELECT 1 AS n"));
    try (Engine following = DuckDbFiles.open(small)) {
      EngineProbe follower = new EngineProbe(following);
      for (int round = 0; round < 50; round++) {
        DuckDbFiles.replace(small, List.of("INSERT INTO t VALUES (1)"));
        assertThat(follower.number(COUNT)).isEqualTo(round + 2);
      }
    }
    assertThat(Thread.activeCount()).isLessThan(before + 20);
  }

  private void works(Duration within) throws InterruptedException {
    long until = System.nanoTime() + within.toNanos();
    while (true) {
      try {
        assertThat(probe.number(COUNT)).isEqualTo(2_000_000);
        return;
      } catch (AlidadeException stillDown) {
        assertThat(System.nanoTime()).isLessThan(until);
        Thread.sleep(50);
      }
    }
  }
}
