package dev.alidade.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.EngineWrites;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.ResultStream;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Transaction;
import dev.alidade.engine.WriteRequest;
import dev.alidade.engine.WriteResult;
import dev.alidade.policy.GovernedWrite;
import dev.alidade.policy.GovernedWriteMaker;
import dev.alidade.sql.TableName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A write has the file alone, and whatever becomes of it, the file is whole and read again. */
@Timeout(120)
class FileWriterTest {
  private static final Executor EACH = task -> Thread.ofVirtual().start(task);
  private static final String LONG =
      "UPDATE counters SET n = (SELECT sum(a.range * b.range % 7) FROM range(1000000) a, range(1000000) b)";

  @TempDir private Path folder;
  private Path file;
  private Engine engine;
  private EngineProbe probe;
  private EngineWrites writes;

  @BeforeEach
  void open() {
    file = folder.resolve("counted.duckdb");
    DuckDbFiles.create(
        file,
        List.of(
            "CREATE TABLE counters (id INTEGER PRIMARY KEY, n HUGEINT)",
            "INSERT INTO counters VALUES (1, 0), (2, 0)",
            "CREATE TABLE many AS SELECT range AS n FROM range(200000)"));
    engine = DuckDbFiles.openIsolated(file, Map.of("writable", true, "workers", 4));
    probe = new EngineProbe(engine);
    writes = new EngineWrites(EngineProbe.SOURCE, engine);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void readersAndWritersTakeTurns() {
    List<CompletableFuture<?>> work = new ArrayList<>();
    for (int writer = 0; writer < 2; writer++) {
      work.add(
          CompletableFuture.runAsync(
              () -> {
                for (int round = 0; round < 3; round++) {
                  assertThat(writes.keep("UPDATE counters SET n = n + 1 WHERE id = 1").kept())
                      .isTrue();
                }
              },
              EACH));
      work.add(
          CompletableFuture.runAsync(
              () -> {
                for (int round = 0; round < 40; round++) {
                  assertThat(probe.number("SELECT count(*) FROM many")).isEqualTo(200_000);
                }
              },
              EACH));
    }
    work.forEach(CompletableFuture::join);
    assertThat(probe.number("SELECT n FROM counters WHERE id = 1")).isEqualTo(6);
  }

  @Test
  void aWriteWaitsForWhoeverReads() throws InterruptedException {
    CompletableFuture<WriteResult> write;
    try (Transaction reading = engine.begin(Cancellation.never())) {
      write = CompletableFuture.supplyAsync(() -> writes.keep("UPDATE counters SET n = 7"), EACH);
      Thread.sleep(Duration.ofMillis(200));
      assertThat(write).isNotDone();
      assertThat(probe.rowsIn(reading, "SELECT sum(n) FROM counters").toString())
          .isEqualTo("[[0]]");
    }
    assertThat(write.join()).isEqualTo(new WriteResult(2, true));
    assertThat(probe.number("SELECT sum(n) FROM counters")).isEqualTo(14);
  }

  @Test
  void aWriteThatIsCancelledWhileItWaitsLeavesTheReadersAlone() {
    Cancellation cancellation = new Cancellation();
    try (ResultStream reading = probe.start("SELECT n FROM many")) {
      cancelAfter(cancellation, 200);
      AlidadeException failure =
          EngineProbe.failure(
              () -> writes.write("DELETE FROM many", Parameters.NONE, cancellation, rows -> true));
      assertThat(failure.code()).isEqualTo(ErrorCode.QUERY_CANCELLED);
      assertThat(EngineProbe.drain(reading)).isEqualTo(200_000);
    }
    assertThat(probe.number("SELECT count(*) FROM many")).isEqualTo(200_000);
  }

  @Test
  void aWriteThatIsCancelledNeverHappened() {
    Cancellation cancellation = new Cancellation();
    cancelAfter(cancellation, 500);
    AlidadeException failure =
        EngineProbe.failure(() -> writes.write(LONG, Parameters.NONE, cancellation, rows -> true));
    assertThat(failure.code()).isEqualTo(ErrorCode.QUERY_CANCELLED);
    assertThat(probe.number("SELECT sum(n) FROM counters")).isZero();
  }

  @Test
  void aBombEndsItsWorkerAndNothingElse() {
    AlidadeException failure =
        EngineProbe.failure(() -> writes.keep("UPDATE counters SET n = len(range(500000000))"));
    assertThat(failure.code()).as(failure.getMessage()).isEqualTo(ErrorCode.OUT_OF_MEMORY);
    assertThat(probe.number("SELECT sum(n) FROM counters")).isZero();
    assertThat(writes.keep("UPDATE counters SET n = 1").rows()).isEqualTo(2);
  }

  @Test
  void aWorkerThatIsKilledIsNotFollowedByAnother() {
    CompletableFuture<AlidadeException> failure =
        CompletableFuture.supplyAsync(() -> EngineProbe.failure(() -> writes.keep(LONG)), EACH);
    while (!failure.isDone()) {
      WorkerProcesses.reading(file).forEach(ProcessHandle::destroyForcibly);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
    }
    assertThat(failure.join().code()).isIn(ErrorCode.ENGINE_FAILED, ErrorCode.SOURCE_UNAVAILABLE);
    assertThat(probe.number("SELECT sum(n) FROM counters")).isZero();
    assertThat(writes.preview("DELETE FROM counters")).isEqualTo(new WriteResult(2, false));
  }

  @Test
  void afterAWriteNobodyHasTheFileOpenForWriting() {
    writes.keep("UPDATE counters SET n = 1");
    writes.preview("DELETE FROM counters");
    assertThat(WorkerProcesses.reading(file)).isEmpty();
    assertThat(probe.forgedFailure("DELETE FROM counters").code())
        .isIn(ErrorCode.NOT_READ_ONLY, ErrorCode.SQL_DENIED);
    assertThat(probe.number("SELECT count(*) FROM counters")).isEqualTo(2);
  }

  @Test
  void anotherSourceThatReadsTheFileKeepsWritesOut() {
    try (Engine other = DuckDbFiles.open(file)) {
      assertThat(new EngineProbe(other).number("SELECT count(*) FROM counters")).isEqualTo(2);
      AlidadeException failure =
          EngineProbe.failure(() -> writes.keep("UPDATE counters SET n = 1"));
      assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_UNAVAILABLE);
      assertThat(failure).hasMessageContaining("another source");
      assertThat(probe.number("SELECT sum(n) FROM counters")).isZero();
    }
    assertThat(writes.keep("UPDATE counters SET n = 1").rows()).isEqualTo(2);
  }

  @Test
  void whatWasGovernedForAnotherFileIsNotWritten() {
    GovernedWrite old =
        GovernedWriteMaker.forge(
            EngineProbe.SOURCE, "DELETE FROM counters", TableName.of("counters"));
    DuckDbFiles.replace(
        file,
        List.of(
            "ALTER TABLE counters RENAME TO kept", "CREATE VIEW counters AS SELECT * FROM kept"));
    AlidadeException failure =
        EngineProbe.failure(
            () ->
                engine.write(
                    new WriteRequest(old, Parameters.NONE, Cancellation.never(), rows -> true)));
    assertThat(failure.code()).isIn(ErrorCode.SOURCE_UNAVAILABLE, ErrorCode.SQL_DENIED);
    assertThat(probe.number("SELECT count(*) FROM kept")).isEqualTo(2);
  }

  private static void cancelAfter(Cancellation cancellation, long milliseconds) {
    CompletableFuture.delayedExecutor(milliseconds, TimeUnit.MILLISECONDS, EACH)
        .execute(cancellation::cancel);
  }

  @Test
  void dataFilesAreNeverWritable() {
    AlidadeException failure =
        EngineProbe.failure(
            () ->
                new DuckDbFactory()
                    .open(
                        new SourceDefinition(
                            "files",
                            "duckdb",
                            Map.of("files", List.of(folder.toString()), "writable", true))));
    assertThat(failure.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID);
  }
}
