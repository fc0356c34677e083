package dev.alidade.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Table;
import dev.alidade.sql.DataType;
import dev.alidade.sql.TypeKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is particular to files of this engine; what all engines promise is in the contract. */
class SqliteEngineTest {
  @TempDir private Path folder;

  @Test
  void valuesThatDoNotFitTheirDeclarationComeAsTheyAre() {
    try (Engine engine =
        open(
            "odd.sqlite",
            "CREATE TABLE odd (i INTEGER, d DATE, t TIMESTAMP, m TIME, b BOOLEAN, n DECIMAL(9,2), r REAL, x)",
            "INSERT INTO odd VALUES (1, '2024-02-29', '2024-02-29 10:00:00', '10:30', 1, 2.5, 1, 'a')",
            "INSERT INTO odd VALUES ('one', 'soon', 'later', 'noon', 'yes', 'much', 'real', 7)",
            "INSERT INTO odd VALUES (x'00', 2024, 1700000000, 5, 2, 3, NULL, NULL)")) {
      EngineProbe probe = new EngineProbe(engine);
      List<List<Object>> rows = probe.rows("SELECT * FROM odd");
      assertThat(rows.get(0))
          .containsExactly(
              1L,
              LocalDate.of(2024, 2, 29),
              LocalDateTime.of(2024, 2, 29, 10, 0),
              LocalTime.of(10, 30),
              true,
              new BigDecimal("2.5"),
              1.0,
              "a");
      assertThat(rows.get(1))
          .containsExactly("one", "soon", "later", "noon", "yes", "much", "real", 7L);
      assertThat(rows.get(2).get(0)).isEqualTo(new byte[] {0});
      assertThat(rows.get(2).subList(1, 8))
          .isEqualTo(Arrays.asList(2024L, 1700000000L, 5L, 2L, new BigDecimal("3"), null, null));
      assertThat(probe.columns("SELECT i, d, t, m, b, n, r FROM odd"))
          .extracting(ResultColumn::type)
          .extracting(DataType::kind)
          .containsExactly(
              TypeKind.INTEGER,
              TypeKind.DATE,
              TypeKind.TIMESTAMP,
              TypeKind.TIME,
              TypeKind.BOOLEAN,
              TypeKind.DECIMAL,
              TypeKind.FLOAT);
      assertThat(kindOf(probe, "SELECT count(*) FROM odd")).isEqualTo(TypeKind.INTEGER);
      assertThat(kindOf(probe, "SELECT avg(i) FROM odd")).isEqualTo(TypeKind.FLOAT);
      assertThat(kindOf(probe, "SELECT x || 1 FROM odd")).isEqualTo(TypeKind.TEXT);
    }
  }

  @Test
  void whatIsNoDatabaseSaysSo() throws IOException {
    Path garbage = folder.resolve("garbage.sqlite");
    Files.write(
        garbage,
        "this is no database, but it is long enough to have a page"
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(failureToOpen(garbage).code()).isEqualTo(ErrorCode.FILE_UNREADABLE);
    assertThat(failureToOpen(folder.resolve("missing.sqlite")).code())
        .isEqualTo(ErrorCode.FILE_NOT_FOUND);
    assertThat(Files.exists(folder.resolve("missing.sqlite"))).isFalse();
    assertThat(failureToOpen(folder).code()).isEqualTo(ErrorCode.FILE_UNREADABLE);
    AlidadeException nothing =
        catchThrowableOfType(
            AlidadeException.class,
            () -> new SqliteEngineFactory().open(new SourceDefinition("x", "sqlite", Map.of())));
    assertThat(nothing.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID);
  }

  @Test
  void aBrokenPageFailsTheQueryAndNothingElse() throws IOException {
    Path file = folder.resolve("broken.sqlite");
    SqliteFile.create(
        file,
        List.of(
            "CREATE TABLE good (a TEXT)",
            "CREATE TABLE bad (a TEXT)",
            "INSERT INTO good VALUES ('x')",
            "INSERT INTO bad VALUES ('y')"));
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 2 * 4096, 3 * 4096, (byte) 0xAB);
    Files.write(file, bytes);
    try (Engine engine = open(file)) {
      EngineProbe probe = new EngineProbe(engine);
      assertThat(probe.failure("SELECT * FROM bad").code()).isEqualTo(ErrorCode.SOURCE_UNAVAILABLE);
      assertThat(probe.cell("SELECT a FROM good")).isEqualTo("x");
    }
  }

  @Test
  @Timeout(60)
  void aFileThatAnotherProgramHoldsSaysSo() throws SQLException {
    Path file = folder.resolve("held.sqlite");
    SqliteFile.create(file, List.of("CREATE TABLE t (a TEXT)"));
    try (Engine engine = open(file);
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      EngineProbe probe = new EngineProbe(engine);
      statement.execute("BEGIN EXCLUSIVE");
      assertThat(probe.failure("SELECT a FROM t").code()).isEqualTo(ErrorCode.SOURCE_UNAVAILABLE);
      statement.execute("ROLLBACK");
      assertThat(probe.rows("SELECT a FROM t")).isEmpty();
    }
  }

  @Test
  void aDatabaseInWriteAheadModeShowsWhatOthersWrite() throws SQLException {
    Path file = folder.resolve("wal.sqlite");
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("CREATE TABLE t (a TEXT)");
      try (Engine engine = open(file)) {
        EngineProbe probe = new EngineProbe(engine);
        String before = engine.version().orElseThrow();
        statement.execute("INSERT INTO t VALUES ('new')");
        assertThat(probe.cell("SELECT a FROM t")).isEqualTo("new");
        assertThat(engine.version().orElseThrow()).isNotEqualTo(before);
      }
    }
  }

  @Test
  void namesWithEveryCharacterOpen() {
    try (Engine engine =
        open("50% of? #1 größe & more.sqlite", "CREATE TABLE t (a)", "INSERT INTO t VALUES (1)")) {
      assertThat(new EngineProbe(engine).cell("SELECT a FROM t")).isEqualTo(1L);
    }
  }

  @Test
  void aBrokenViewHidesNothingElse() {
    try (Engine engine =
        open(
            "views.sqlite",
            "CREATE TABLE t (a TEXT)",
            "CREATE TABLE gone (a TEXT)",
            "CREATE VIEW broken AS SELECT a FROM gone",
            "CREATE VIEW whole AS SELECT a FROM t",
            "DROP TABLE gone")) {
      assertThat(engine.readCatalog().tables())
          .extracting(Table::name)
          .extracting(name -> name.table())
          .contains("t", "whole");
      EngineProbe probe = new EngineProbe(engine);
      assertThat(probe.rows("SELECT a FROM whole")).isEmpty();
      assertThat(probe.failure("SELECT a FROM broken").code()).isEqualTo(ErrorCode.TABLE_NOT_FOUND);
    }
  }

  @Test
  @Timeout(60)
  void aFunctionThatTheEngineDoesNotInterruptHoldsUpNobody() {
    try (Engine engine = open("stuck.sqlite", "CREATE TABLE t (a)", "INSERT INTO t VALUES (1)")) {
      EngineProbe probe = new EngineProbe(engine);
      String stuck =
          "SELECT instr(printf('%.2000000c', 'a'), printf('%.1000000c', 'a') || 'b') FROM t";
      Cancellation cancellation = new Cancellation();
      Thread.ofVirtual().start(() -> cancelAfter(Duration.ofMillis(300), cancellation));
      long started = System.nanoTime();
      AlidadeException failure =
          EngineProbe.failure(
              () -> {
                try (ResultStream result = probe.start(stuck, Parameters.NONE, cancellation)) {
                  EngineProbe.drain(result);
                }
              });
      assertThat(failure.code()).isEqualTo(ErrorCode.QUERY_CANCELLED);
      assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
      assertThat(probe.cell("SELECT a FROM t")).isEqualTo(1L);
    }
  }

  @Test
  void aValueBeyondTheLimitIsRefused() {
    try (Engine engine = open("large.sqlite", "CREATE TABLE t (a)", "INSERT INTO t VALUES (1)")) {
      EngineProbe probe = new EngineProbe(engine);
      assertThat(probe.failure("SELECT printf('%.70000000c', 'a') FROM t").code())
          .isIn(ErrorCode.RESULT_TOO_LARGE, ErrorCode.OUT_OF_MEMORY);
      assertThat(probe.cell("SELECT length(printf('%.1000000c', 'a')) FROM t"))
          .isEqualTo(1_000_000L);
    }
  }

  private static void cancelAfter(Duration delay, Cancellation cancellation) {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    cancellation.cancel();
  }

  private static TypeKind kindOf(EngineProbe probe, String sql) {
    return probe.columns(sql).getFirst().type().kind();
  }

  private AlidadeException failureToOpen(Path file) {
    return catchThrowableOfType(AlidadeException.class, () -> open(file).close());
  }

  private Engine open(String name, String... statements) {
    Path file = folder.resolve(name);
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("fresh.sqlite"));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    assertThat(folder.resolve("fresh.sqlite").toFile().renameTo(file.toFile())).isTrue();
    return open(file);
  }

  private static Engine open(Path file) {
    return new SqliteEngineFactory()
        .open(new SourceDefinition(EngineProbe.SOURCE, "sqlite", Map.of("path", file.toString())));
  }
}
