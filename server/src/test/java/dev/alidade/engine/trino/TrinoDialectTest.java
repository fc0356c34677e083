package dev.alidade.engine.trino;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.engine.EngineProbe;
import dev.alidade.sql.DataType;
import dev.alidade.sql.DatePart;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TimeGrain;
import dev.alidade.sql.TypeKind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the dialect writes passes the gate, runs, and means what it should. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrinoDialectTest {
  private static final DataType DATE = new DataType(TypeKind.DATE, "date");
  private static final DataType TIMESTAMP = new DataType(TypeKind.TIMESTAMP, "timestamp(3)");
  private static final DataType ZONED =
      new DataType(TypeKind.TIMESTAMP_TZ, "timestamp(3) with time zone");
  private static final DataType TEXT = new DataType(TypeKind.TEXT, "varchar");

  private final Dialect dialect = new TrinoDialect();
  private EngineProbe tiny;

  @BeforeAll
  void open() {
    tiny = TrinoSources.tiny();
  }

  @AfterAll
  void close() {
    tiny.engine().close();
  }

  @Test
  void namesAndTextsAreQuoted() {
    assertThat(tiny.columns("SELECT 1 AS " + dialect.quote("a \"b\" ✓")).getFirst().name())
        .isEqualTo("a \"b\" ✓");
    assertThat(tiny.cell("SELECT " + dialect.literal("it's \\ 😀"))).isEqualTo("it's \\ 😀");
    assertThat(tiny.number("SELECT count(*) FROM " + dialect.quote(TableName.of("tiny", "nation"))))
        .isEqualTo(25);
  }

  @Test
  void periodsBeginWhereTheyShould() {
    String day = "DATE '2024-05-15'";
    Iterator<LocalDate> starts =
        List.of(
                LocalDate.of(2024, 5, 15),
                LocalDate.of(2024, 5, 13),
                LocalDate.of(2024, 5, 1),
                LocalDate.of(2024, 4, 1),
                LocalDate.of(2024, 1, 1))
            .iterator();
    for (TimeGrain grain : TimeGrain.values()) {
      LocalDate start = starts.next();
      assertThat(tiny.cell("SELECT " + dialect.truncate(grain, day, DATE))).isEqualTo(start);
      assertThat(tiny.cell("SELECT " + dialect.truncate(grain, "'2024-05-15 10:00:00'", TEXT)))
          .isEqualTo(start.atStartOfDay());
    }
    assertThat(
            tiny.cell(
                "SELECT "
                    + dialect.truncate(
                        TimeGrain.MONTH, "TIMESTAMP '2024-05-15 10:11:12'", TIMESTAMP)))
        .isEqualTo(LocalDateTime.of(2024, 5, 1, 0, 0));
  }

  @Test
  void partsOfDatesAreNumbers() {
    String moment = "TIMESTAMP '2024-05-15 10:11:12'";
    Iterator<Long> parts = List.of(2024L, 2L, 5L, 15L, 3L, 10L).iterator();
    for (DatePart part : DatePart.values()) {
      Long value = parts.next();
      assertThat(tiny.cell("SELECT " + dialect.extract(part, moment, TIMESTAMP))).isEqualTo(value);
      assertThat(tiny.cell("SELECT " + dialect.extract(part, "'2024-05-15 10:11:12'", TEXT)))
          .isEqualTo(value);
    }
    assertThat(tiny.cell("SELECT " + dialect.extract(DatePart.HOUR, "DATE '2024-05-15'", DATE)))
        .isEqualTo(0L);
  }

  @Test
  void datesCompareWithEveryKindOfColumn() {
    LocalDate day = LocalDate.of(2024, 5, 15);
    assertThat(tiny.cell("SELECT DATE '2024-05-15' = " + dialect.dateLiteral(day, DATE)))
        .isEqualTo(true);
    assertThat(
            tiny.cell(
                "SELECT TIMESTAMP '2024-05-15 00:00:00' = " + dialect.dateLiteral(day, TIMESTAMP)))
        .isEqualTo(true);
    assertThat(
            tiny.cell(
                "SELECT TIMESTAMP '2024-05-15 02:00:00 +02:00' = "
                    + dialect.dateLiteral(day, ZONED)))
        .isEqualTo(true);
    assertThat(tiny.cell("SELECT '2024-05-15' = " + dialect.dateLiteral(day, TEXT)))
        .isEqualTo(true);
  }

  @Test
  void textIsFoundWhateverItsCase() {
    assertThat(
            tiny.cell(
                "SELECT n_nationkey FROM nation WHERE "
                    + dialect.equalsIgnoreCase("n_name", "germany")))
        .isEqualTo(7L);
    assertThat(tiny.cell("SELECT " + dialect.containsIgnoreCase("'50% Ä\\x'", "0% ä\\")))
        .isEqualTo(true);
    assertThat(tiny.cell("SELECT " + dialect.containsIgnoreCase("'500'", "0%"))).isEqualTo(false);
  }

  @Test
  void divisionAndPagesWork() {
    assertThat(tiny.cell("SELECT " + dialect.toDouble("1") + " / 4")).isEqualTo(0.25);
    assertThat(tiny.rows("SELECT n_nationkey FROM nation ORDER BY 1 " + dialect.limit(2, 3)))
        .containsExactly(List.of(3L), List.of(4L));
    assertThat(tiny.rows("SELECT n_nationkey FROM nation ORDER BY 1 " + dialect.limit(1, 0)))
        .containsExactly(List.of(0L));
  }
}
