package dev.alidade.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import dev.alidade.sql.TypeKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every type of DuckDB comes back as Alidade's contract says, and failures keep their reason. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DuckDbTypesTest {
  private EngineProbe probe;

  @BeforeAll
  void open(@TempDir Path folder) {
    Path file = folder.resolve("types.duckdb");
    DuckDbFiles.create(
        file,
        List.of(
            "CREATE TYPE mood AS ENUM ('sad', 'happy')",
            "CREATE TABLE moods (m mood)",
            "INSERT INTO moods VALUES ('happy'), (NULL)",
            "CREATE TABLE all_types AS SELECT * FROM test_all_types()"));
    probe = new EngineProbe(DuckDbFiles.open(file));
  }

  @AfterAll
  void close() {
    probe.engine().close();
  }

  @Test
  void simpleTypes() {
    assertCell("1::TINYINT", TypeKind.INTEGER, 1L);
    assertCell("-2::SMALLINT", TypeKind.INTEGER, -2L);
    assertCell("255::UTINYINT", TypeKind.INTEGER, 255L);
    assertCell("65535::USMALLINT", TypeKind.INTEGER, 65535L);
    assertCell("4294967295::UINTEGER", TypeKind.INTEGER, 4294967295L);
    assertCell(
        "18446744073709551615::UBIGINT", TypeKind.INTEGER, new BigInteger("18446744073709551615"));
    assertCell(
        "170141183460469231731687303715884105727::HUGEINT",
        TypeKind.INTEGER,
        new BigInteger("170141183460469231731687303715884105727"));
    assertCell(
        "340282366920938463463374607431768211455::UHUGEINT",
        TypeKind.INTEGER,
        new BigInteger("340282366920938463463374607431768211455"));
    assertCell("0.1::FLOAT", TypeKind.FLOAT, 0.1);
    assertCell("1.5::DOUBLE", TypeKind.FLOAT, 1.5);
    assertCell("12.30::DECIMAL(4,2)", TypeKind.DECIMAL, new BigDecimal("12.30"));
    assertCell(
        "9999999999999999999999999999.9999999999::DECIMAL(38,10)",
        TypeKind.DECIMAL,
        new BigDecimal("9999999999999999999999999999.9999999999"));
    assertCell("true", TypeKind.BOOLEAN, true);
    assertCell("'x'", TypeKind.TEXT, "x");
  }

  @Test
  void datesAndTimes() {
    LocalDateTime moment = LocalDateTime.of(2024, 5, 1, 10, 20, 30);
    assertCell("DATE '2024-05-01'", TypeKind.DATE, LocalDate.of(2024, 5, 1));
    assertCell("DATE '0044-03-15 (BC)'", TypeKind.DATE, LocalDate.of(-43, 3, 15));
    assertCell(
        "TIMESTAMP '2024-05-01 10:20:30.123456'", TypeKind.TIMESTAMP, moment.plusNanos(123456000));
    assertCell("TIMESTAMP_S '2024-05-01 10:20:30'", TypeKind.TIMESTAMP, moment);
    assertCell(
        "TIMESTAMP_MS '2024-05-01 10:20:30.5'", TypeKind.TIMESTAMP, moment.plusNanos(500_000_000));
    assertCell(
        "TIMESTAMP_NS '2024-05-01 10:20:30.123456789'",
        TypeKind.TIMESTAMP,
        moment.plusNanos(123456789));
    assertThat(((OffsetDateTime) cell("TIMESTAMPTZ '2024-05-01 10:20:30+02'")).toInstant())
        .isEqualTo(OffsetDateTime.parse("2024-05-01T08:20:30Z").toInstant());
    assertCell("TIME '10:20:30'", TypeKind.TIME, LocalTime.of(10, 20, 30));
    assertThat(cell("INTERVAL '1 month 2 days'")).asString().contains("1 month").contains("2 days");
  }

  @Test
  void rareAndNestedTypes() {
    assertCell(
        "'0123e567-e89b-12d3-a456-426614174000'::UUID",
        TypeKind.UUID,
        UUID.fromString("0123e567-e89b-12d3-a456-426614174000"));
    assertCell("'\\xAA\\x00'::BLOB", TypeKind.BINARY, new byte[] {(byte) 0xaa, 0});
    assertCell("'{\"a\": 1}'::JSON", TypeKind.JSON, "{\"a\": 1}");
    assertCell("[1, NULL, 3]", TypeKind.LIST, Arrays.asList(1L, null, 3L));
    assertCell("[[1], []]", TypeKind.LIST, List.of(List.of(1L), List.of()));
    assertCell("[1, 2]::INTEGER[2]", TypeKind.LIST, List.of(1L, 2L));
    assertCell("{'a': 1, 'b': ['x']}", TypeKind.STRUCT, Map.of("a", 1L, "b", List.of("x")));
    assertCell("MAP {'k': DATE '2024-05-01'}", TypeKind.MAP, Map.of("k", LocalDate.of(2024, 5, 1)));
    assertCell("'0101'::BIT", TypeKind.TEXT, "0101");
    assertCell("union_value(n := 5)", TypeKind.OTHER, "5");
    assertThat(probe.rows("SELECT m FROM moods"))
        .containsExactly(List.of("happy"), Arrays.asList((Object) null));
  }

  @Test
  void everyTypeOfTheEngineCanBeRead() {
    for (var column : probe.engine().readCatalog().table("all_types").orElseThrow().columns()) {
      if (column.name().startsWith("time") && !column.name().startsWith("timestamp")) {
        continue; // The table holds 24:00:00, which no LocalTime can be; see the next case.
      }
      assertThat(probe.rows("SELECT \"%s\" FROM all_types".formatted(column.name())))
          .as(column.name())
          .hasSize(3);
    }
  }

  @Test
  void aValueThatJavaCannotHoldIsADataError() {
    assertThat(probe.failure("SELECT \"time\" FROM all_types").code())
        .isEqualTo(ErrorCode.DATA_ERROR);
  }

  @Test
  void failuresBeforeAndAfterTheFirstRowKeepTheirReason() {
    assertThat(probe.failure("SELECT CAST('abc' AS INTEGER)").code())
        .isEqualTo(ErrorCode.DATA_ERROR);
    AlidadeException nested = probe.failure("SELECT [CAST('abc' AS INTEGER)]");
    assertThat(nested.code()).isEqualTo(ErrorCode.DATA_ERROR);
    assertThat(nested).hasMessageContaining("abc");
    AlidadeException late =
        probe.failure(
            "SELECT [CASE WHEN r < 900000 THEN r ELSE CAST('abc' || r AS INTEGER) END]"
                + " FROM range(1000000) t(r)");
    assertThat(late.code()).isEqualTo(ErrorCode.DATA_ERROR);
    assertThat(probe.failure("SELECT 1 % 0").getMessage()).contains("zero").doesNotContain("SET ");
    assertThat(probe.failure("SELECT 'a' + INTERVAL 1 DAY + [1]").getMessage())
        .doesNotContain("\n");
  }

  @Test
  @Timeout(60)
  void aQueryThatIgnoresItsCancellationLetsTheCallerGo() {
    Cancellation cancellation = new Cancellation();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                Thread.sleep(Duration.ofMillis(200));
              } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
              }
              cancellation.cancel();
            });
    long started = System.nanoTime();
    // The sum over a long list runs inside one call of the engine, which looks at no signal.
    AlidadeException failure =
        EngineProbe.failure(
            () -> {
              try (ResultStream result =
                  probe.start(
                      "SELECT list_sum(list_transform(range(30000000), x -> x + ln(x + 1)))",
                      Parameters.NONE,
                      cancellation)) {
                EngineProbe.drain(result);
              }
            });
    assertThat(failure.code()).isEqualTo(ErrorCode.QUERY_CANCELLED);
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(3));
    assertThat(probe.number("SELECT 42")).isEqualTo(42);
  }

  private void assertCell(String expression, TypeKind kind, Object expected) {
    String sql = "SELECT " + expression;
    List<ResultColumn> columns = probe.columns(sql);
    assertThat(columns.getFirst().type().kind()).as(sql).isEqualTo(kind);
    assertThat(cell(expression)).as(sql).isEqualTo(expected);
  }

  private Object cell(String expression) {
    return probe.cell("SELECT " + expression);
  }
}
