package dev.alidade.engine.trino;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.ResultColumn;
import dev.alidade.sql.TypeKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every type of Trino comes back exactly, however deep it is nested. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrinoTypesTest {
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
  void numbersComeBackExactly() {
    is("TINYINT '-128'", TypeKind.INTEGER, -128L);
    is("SMALLINT '32767'", TypeKind.INTEGER, 32767L);
    is("BIGINT '9223372036854775807'", TypeKind.INTEGER, Long.MAX_VALUE);
    String digits = "12345678901234567890123456789012345.678";
    is("DECIMAL '" + digits + "'", TypeKind.DECIMAL, new BigDecimal(digits));
    is("CAST(1 AS decimal(38, 10))", TypeKind.DECIMAL, new BigDecimal("1.0000000000"));
    is("REAL '1.1'", TypeKind.FLOAT, 1.1);
    is("DOUBLE '0.1'", TypeKind.FLOAT, 0.1);
    is("nan()", TypeKind.FLOAT, Double.NaN);
    is("-infinity()", TypeKind.FLOAT, Double.NEGATIVE_INFINITY);
    is("REAL 'NaN'", TypeKind.FLOAT, Double.NaN);
    is("NUMBER '12.5'", TypeKind.OTHER, "12.5");
  }

  @Test
  void datesAndTimesComeBackExactly() {
    is("DATE '2024-02-29'", TypeKind.DATE, LocalDate.of(2024, 2, 29));
    is("DATE '-0005-01-01'", TypeKind.DATE, LocalDate.of(-5, 1, 1));
    is("DATE '1500-02-28'", TypeKind.DATE, LocalDate.of(1500, 2, 28));
    is("TIME '23:59:59.123456789'", TypeKind.TIME, LocalTime.parse("23:59:59.123456789"));
    is("TIME '10:11:12+05:30'", TypeKind.OTHER, "10:11:12+05:30");
    is(
        "TIMESTAMP '2024-03-31 02:30:00.123456789'",
        TypeKind.TIMESTAMP,
        LocalDateTime.parse("2024-03-31T02:30:00.123456789"));
    is("TIMESTAMP '1500-03-01 00:00:00'", TypeKind.TIMESTAMP, LocalDateTime.of(1500, 3, 1, 0, 0));
    is("TIMESTAMP '20240-01-01 00:00:00'", TypeKind.TIMESTAMP, LocalDateTime.of(20240, 1, 1, 0, 0));
    is(
        "TIMESTAMP '2024-01-01 00:00:00.123456789012'",
        TypeKind.OTHER,
        "2024-01-01 00:00:00.123456789012");
    is(
        "TIMESTAMP '2024-01-01 00:00:00.123456 America/New_York'",
        TypeKind.TIMESTAMP_TZ,
        OffsetDateTime.parse("2024-01-01T00:00:00.123456-05:00"));
    is(
        "TIMESTAMP '2024-01-01 00:00:00 +05:30'",
        TypeKind.TIMESTAMP_TZ,
        OffsetDateTime.parse("2024-01-01T00:00:00+05:30"));
    is(
        "TIMESTAMP '2024-01-01 00:00:00 UTC'",
        TypeKind.TIMESTAMP_TZ,
        OffsetDateTime.parse("2024-01-01T00:00:00Z"));
  }

  @Test
  void intervalsAreIso() {
    is("INTERVAL '1' DAY", TypeKind.INTERVAL, "P1D");
    is("INTERVAL '1 02:03:04.500' DAY TO SECOND", TypeKind.INTERVAL, "P1DT2H3M4.5S");
    is("INTERVAL '-90' MINUTE", TypeKind.INTERVAL, "-PT1H30M");
    is("INTERVAL '2-3' YEAR TO MONTH", TypeKind.INTERVAL, "P2Y3M");
    is("INTERVAL '-14' MONTH", TypeKind.INTERVAL, "-P1Y2M");
    is("INTERVAL '0' SECOND", TypeKind.INTERVAL, "PT0S");
    is("INTERVAL '0' MONTH", TypeKind.INTERVAL, "P0M");
  }

  @Test
  void textsBytesAndTheRestComeBack() {
    is("'größe 😀'", TypeKind.TEXT, "größe 😀");
    is("CHAR 'ab '", TypeKind.TEXT, "ab ");
    is("JSON '{\"a\": [1, null]}'", TypeKind.JSON, "{\"a\":[1,null]}");
    String uuid = "12151fd2-7586-11e9-8f9e-2a86e4085a59";
    is("UUID '" + uuid + "'", TypeKind.UUID, UUID.fromString(uuid));
    is("IPADDRESS '10.0.0.1'", TypeKind.OTHER, "10.0.0.1");
    is("NULL", TypeKind.OTHER, null);
    assertThat(tiny.cell("SELECT X'00FF'")).isEqualTo(new byte[] {0, (byte) 0xff});
    assertThat(tiny.cell("SELECT approx_set(1)")).isInstanceOf(String.class);
  }

  @Test
  void nestedValuesAreWhatTheyAreAlone() {
    is("ARRAY[DECIMAL '1.50', NULL]", TypeKind.LIST, Arrays.asList(new BigDecimal("1.50"), null));
    is(
        "ARRAY[TIME '10:00:00.123456789']",
        TypeKind.LIST,
        List.of(LocalTime.parse("10:00:00.123456789")));
    is(
        "ARRAY[TIMESTAMP '2024-03-31 02:30:00.123456789']",
        TypeKind.LIST,
        List.of(LocalDateTime.parse("2024-03-31T02:30:00.123456789")));
    is(
        "MAP(ARRAY['a', 'b'], ARRAY[TIMESTAMP '2024-07-01 00:00:00 Europe/Berlin', NULL])",
        TypeKind.MAP,
        map("a", OffsetDateTime.parse("2024-07-01T00:00:00+02:00"), "b", null));
    is(
        "CAST(ROW(1, 'x', ARRAY[ROW(REAL '1.1')]) AS row(a integer, \"b c\" varchar, d"
            + " array(row(e real))))",
        TypeKind.STRUCT,
        map("a", 1L, "b c", "x", "d", List.of(Map.of("e", 1.1))));
    is("ROW(1, true)", TypeKind.STRUCT, map("field0", 1L, "field1", true));
    is(
        "CAST(ROW(DATE '2024-01-01', INTERVAL '1' DAY) AS row(date date, \"timestamp\" interval day"
            + " to second))",
        TypeKind.STRUCT,
        map("date", LocalDate.of(2024, 1, 1), "timestamp", "P1D"));
    assertThat((byte[]) ((List<?>) tiny.cell("SELECT ARRAY[X'01']")).getFirst()).containsExactly(1);
  }

  @Test
  void namesOfTypesAreRead() {
    assertThat(TypeText.of("decimal(12,2)"))
        .isEqualTo(new TypeText("decimal", List.of(12, 2), List.of()));
    assertThat(TypeText.of("timestamp(3) with time zone"))
        .isEqualTo(new TypeText("timestamp with time zone", List.of(3), List.of()));
    assertThat(TypeText.of("row(\"a, (b\" integer, timestamp timestamp(3), varchar(3))").parts())
        .extracting(TypeText::base)
        .containsExactly("integer", "timestamp", "varchar");
    assertThat(TypeText.of("map(varchar(3),array(row(x double)))").parts().getLast().base())
        .isEqualTo("array");
    assertThat(TypeText.of("something new").base()).isEqualTo("something new");
    assertThat(TrinoTypes.of("timestamp(12)").kind()).isEqualTo(TypeKind.OTHER);
  }

  private void is(String expression, TypeKind kind, Object value) {
    String sql = "SELECT " + expression;
    List<ResultColumn> columns = tiny.columns(sql);
    assertThat(columns.getFirst().type().kind()).as(expression).isEqualTo(kind);
    assertThat(tiny.cell(sql)).as(expression).isEqualTo(value);
  }

  private static Map<String, Object> map(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int index = 0; index < pairs.length; index += 2) {
      map.put((String) pairs[index], pairs[index + 1]);
    }
    return map;
  }
}
