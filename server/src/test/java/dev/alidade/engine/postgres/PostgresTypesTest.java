package dev.alidade.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.Table;
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

/** Every type of PostgreSQL comes back as what it means. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresTypesTest {
  private Engine engine;
  private EngineProbe probe;

  @BeforeAll
  void open() {
    PostgresServer server = PostgresServer.shared();
    String database = server.createDatabase();
    server.run(
        database,
        List.of(
            "CREATE TYPE mood AS ENUM ('sad', 'happy')",
            "CREATE TYPE pair AS (a int, \"B c\" text, m mood, d numeric(5,2)[])",
            "CREATE DOMAIN price AS numeric(8,2) CHECK (value >= 0)",
            "CREATE DOMAIN prices AS price[]",
            "CREATE SCHEMA \"Odd one\"",
            "CREATE TYPE \"Odd one\".\"Odd type\" AS (x date, p pair)",
            "CREATE TABLE things (id int8 PRIMARY KEY, m mood, p pair, c price, cs prices, ms mood[],"
                + " ps pair[], o \"Odd one\".\"Odd type\", n numeric(12,3), v varchar(7), t time)",
            "INSERT INTO things VALUES (1, 'happy', ROW(1, 'it''s \"x\", (y) \\ z', 'sad', '{1.50,NULL}'),"
                + " 9.90, '{1.10,2.20}', '{sad,happy}',"
                + " ARRAY[ROW(2, NULL, NULL, NULL)::pair, NULL],"
                + " ROW('2024-02-29', ROW(3, '', 'happy', '{}')), 1.500, 'abc', '10:11:12.5')"));
    engine = new PostgresEngineFactory().open(server.source(EngineProbe.SOURCE, database));
    probe = new EngineProbe(engine);
  }

  @AfterAll
  void close() {
    engine.close();
  }

  @Test
  void numbers() {
    is("1::int2", TypeKind.INTEGER, 1L);
    is("2::int4", TypeKind.INTEGER, 2L);
    is("9223372036854775807::int8", TypeKind.INTEGER, Long.MAX_VALUE);
    is("4294967295::oid", TypeKind.INTEGER, 4_294_967_295L);
    is("1.50::numeric(5,2)", TypeKind.DECIMAL, new BigDecimal("1.50"));
    is(
        "123456789012345678901234567890.12345678901234567890",
        TypeKind.DECIMAL,
        new BigDecimal("123456789012345678901234567890.12345678901234567890"));
    is("1.5::float4", TypeKind.FLOAT, 1.5);
    is("0.1::float8", TypeKind.FLOAT, 0.1);
    is("'NaN'::float8", TypeKind.FLOAT, Double.NaN);
    is("'-Infinity'::float4", TypeKind.FLOAT, Double.NEGATIVE_INFINITY);
    is("'$1,234.50'::money", TypeKind.OTHER, "$1,234.50");
    is("true", TypeKind.BOOLEAN, true);
  }

  @Test
  void aNumberThatIsNoneIsSaidSo() {
    for (String odd : List.of("NaN", "Infinity", "-Infinity")) {
      AlidadeException failure = probe.failure("SELECT '%s'::numeric".formatted(odd));
      assertThat(failure.code()).isEqualTo(ErrorCode.DATA_ERROR);
      assertThat(failure).hasMessageContaining("double precision").hasMessageContaining(odd);
      assertThat(probe.cell("SELECT '%s'::numeric::float8".formatted(odd)))
          .isEqualTo(Double.valueOf(odd));
    }
    assertThat(engine.pools().getFirst().inUse()).isZero();
  }

  @Test
  void texts() {
    is("'größe 😀'::text", TypeKind.TEXT, "größe 😀");
    is("'abc'::varchar(2)", TypeKind.TEXT, "ab");
    is("'ab'::char(4)", TypeKind.TEXT, "ab  ");
    is("'x'::name", TypeKind.TEXT, "x");
    is("'x'::\"char\"", TypeKind.TEXT, "x");
    is("'x'", TypeKind.TEXT, "x");
    is("'happy'::mood", TypeKind.TEXT, "happy");
    is("NULL", TypeKind.TEXT, null);
  }

  @Test
  void datesAndTimes() {
    is("date '2024-02-29'", TypeKind.DATE, LocalDate.of(2024, 2, 29));
    is("date '0044-03-15 BC'", TypeKind.DATE, LocalDate.of(-43, 3, 15));
    is("date '12024-01-01'", TypeKind.DATE, LocalDate.of(12_024, 1, 1));
    is("date 'infinity'", TypeKind.DATE, LocalDate.MAX);
    is("date '-infinity'", TypeKind.DATE, LocalDate.MIN);
    is("time '10:11:12.123456'", TypeKind.TIME, LocalTime.of(10, 11, 12, 123_456_000));
    is("timetz '10:11:12+02'", TypeKind.OTHER, "10:11:12+02");
    is(
        "timestamp '2024-05-01 10:11:12.5'",
        TypeKind.TIMESTAMP,
        LocalDateTime.of(2024, 5, 1, 10, 11, 12, 500_000_000));
    is("timestamp '0001-01-01 00:00:00 BC'", TypeKind.TIMESTAMP, LocalDateTime.of(0, 1, 1, 0, 0));
    is("timestamp 'infinity'", TypeKind.TIMESTAMP, LocalDateTime.MAX);
    assertThat(
            ((OffsetDateTime) probe.cell("SELECT timestamptz '2024-05-01 10:00:00.000001+05:30'"))
                .toInstant())
        .isEqualTo(OffsetDateTime.parse("2024-05-01T10:00:00.000001+05:30").toInstant());
    assertThat(
            ((OffsetDateTime) probe.cell("SELECT timestamptz '1883-11-18 12:00:00 BC'")).getYear())
        .isEqualTo(-1882);
    is("timestamptz '-infinity'", TypeKind.TIMESTAMP_TZ, OffsetDateTime.MIN);
    is("interval '1 year 2 months 3 days 04:05:06.7'", TypeKind.INTERVAL, "P1Y2M3DT4H5M6.7S");
    is("interval '-1 day'", TypeKind.INTERVAL, "P-1D");
  }

  @Test
  void bytesIdentifiersAndDocuments() {
    is("'\\x00ff'::bytea", TypeKind.BINARY, new byte[] {0, (byte) 255});
    is("''::bytea", TypeKind.BINARY, new byte[0]);
    is(
        "'0e37df36-f698-11e6-8dd4-cb9ced3df976'::uuid",
        TypeKind.UUID,
        UUID.fromString("0e37df36-f698-11e6-8dd4-cb9ced3df976"));
    is("'{\"a\": [1]}'::json", TypeKind.JSON, "{\"a\": [1]}");
    is("'{\"a\": [1]}'::jsonb", TypeKind.JSON, "{\"a\": [1]}");
    is("'null'::jsonb", TypeKind.JSON, "null");
    is("'<a>1</a>'::xml", TypeKind.OTHER, "<a>1</a>");
    is("'10.0.0.0/8'::inet", TypeKind.OTHER, "10.0.0.0/8");
    is("'[1,5)'::int4range", TypeKind.OTHER, "[1,5)");
    is("to_tsvector('simple', 'b a')", TypeKind.OTHER, "'a':2 'b':1");
    is("point(1, 2)", TypeKind.OTHER, "(1,2)");
    is("B'101'", TypeKind.OTHER, "101");
  }

  @Test
  void arraysAreLists() {
    is("ARRAY[1, NULL, 3]", TypeKind.LIST, Arrays.asList(1L, null, 3L));
    is("'{}'::int[]", TypeKind.LIST, List.of());
    is("ARRAY[[1, 2], [3, 4]]", TypeKind.LIST, List.of(List.of(1L, 2L), List.of(3L, 4L)));
    is("'[2:3]={7,8}'::int[]", TypeKind.LIST, List.of(7L, 8L));
    is(
        "ARRAY['a,b', 'it''s \"q\"', 'NULL', '', '{}', E'\\\\']",
        TypeKind.LIST,
        List.of("a,b", "it's \"q\"", "NULL", "", "{}", "\\"));
    is("ARRAY[date '2024-01-01']", TypeKind.LIST, List.of(LocalDate.of(2024, 1, 1)));
    is("ARRAY[true, false]", TypeKind.LIST, List.of(true, false));
    is("ARRAY['\\x01'::bytea]", TypeKind.LIST, null, false);
    is("ARRAY[1.50]", TypeKind.LIST, List.of(new BigDecimal("1.50")));
    is("ARRAY['sad', 'happy']::mood[]", TypeKind.LIST, List.of("sad", "happy"));
    is(
        "ARRAY[timestamp '2024-01-01 10:00']",
        TypeKind.LIST,
        List.of(LocalDateTime.of(2024, 1, 1, 10, 0)));
  }

  @Test
  void rowsAreMapsAndDomainsWhatTheyStandOn() {
    Map<String, Object> pair = new LinkedHashMap<>();
    pair.put("a", 1L);
    pair.put("B c", "it's \"x\", (y) \\ z");
    pair.put("m", "sad");
    pair.put("d", Arrays.asList(new BigDecimal("1.50"), null));
    assertThat(probe.cell("SELECT p FROM things")).isEqualTo(pair);
    assertThat(probe.cell("SELECT c FROM things")).isEqualTo(new BigDecimal("9.90"));
    assertThat(probe.cell("SELECT cs FROM things"))
        .isEqualTo(List.of(new BigDecimal("1.10"), new BigDecimal("2.20")));
    Map<String, Object> empty = new LinkedHashMap<>();
    empty.put("a", 2L);
    empty.put("B c", null);
    empty.put("m", null);
    empty.put("d", null);
    assertThat(probe.cell("SELECT ps FROM things")).isEqualTo(Arrays.asList(empty, null));
    assertThat(probe.cell("SELECT o FROM things"))
        .isEqualTo(
            Map.of(
                "x",
                LocalDate.of(2024, 2, 29),
                "p",
                Map.of("a", 3L, "B c", "", "m", "happy", "d", List.of())));
    assertThat(probe.columns("SELECT p, ps, o FROM things"))
        .extracting(column -> column.type().kind())
        .containsExactly(TypeKind.STRUCT, TypeKind.LIST, TypeKind.STRUCT);
    assertThat(probe.cell("SELECT ROW(1, 'x')")).isEqualTo("(1,x)");
  }

  @Test
  void theCatalogTellsTheSameKinds() {
    Table things =
        engine.readCatalog().tables().stream()
            .filter(table -> table.name().table().equals("things"))
            .findFirst()
            .orElseThrow();
    List<TypeKind> results =
        probe.columns("SELECT * FROM things").stream().map(column -> column.type().kind()).toList();
    assertThat(things.columns()).extracting(column -> column.type().kind()).isEqualTo(results);
    assertThat(things.column("n").orElseThrow().type().engineName()).isEqualTo("numeric(12,3)");
    assertThat(things.column("v").orElseThrow().type().engineName())
        .isEqualTo("character varying(7)");
    assertThat(probe.columns("SELECT n FROM things").getFirst().type().engineName())
        .isEqualTo("numeric(12,3)");
  }

  @Test
  void valuesBindToColumnsOfEveryType() {
    assertThat(probe.number("SELECT count(*) FROM things WHERE m = ?", "happy")).isEqualTo(1);
    assertThat(probe.number("SELECT count(*) FROM things WHERE id = ?", "1")).isEqualTo(1);
    assertThat(probe.number("SELECT count(*) FROM things WHERE n = ?", 1.5)).isEqualTo(1);
    assertThat(probe.number("SELECT count(*) FROM things WHERE n > ?", 1L)).isEqualTo(1);
    assertThat(probe.number("SELECT count(*) FROM things WHERE t = ?", "10:11:12.5")).isEqualTo(1);
    assertThat(probe.number("SELECT count(*) FROM things WHERE (o).x = ?", "2024-02-29"))
        .isEqualTo(1);
    assertThat(
            probe.number(
                "SELECT count(*) FROM things WHERE (o).x + ? = ?", 1L, LocalDate.of(2024, 3, 1)))
        .isEqualTo(1);
    assertThat(probe.cell("SELECT substring(v, ?, ?) FROM things", 2L, 2L)).isEqualTo("bc");
    assertThat(probe.cell("SELECT ? || v FROM things", "x")).isEqualTo("xabc");
    assertThat(probe.cell("SELECT upper(?)", "x")).isEqualTo("X");
    assertThat(probe.cell("SELECT ?::uuid", "0e37df36-f698-11e6-8dd4-cb9ced3df976"))
        .isEqualTo(UUID.fromString("0e37df36-f698-11e6-8dd4-cb9ced3df976"));
    assertThat(probe.cell("SELECT '{\"a\": 1}'::jsonb ? ?", "a")).isEqualTo(true);
    assertThat(probe.cell("SELECT ? IS NULL", "x")).isEqualTo(false);
    assertThat(probe.failure("SELECT id FROM things WHERE id = ?", "many").code())
        .isEqualTo(ErrorCode.DATA_ERROR);
  }

  private void is(String expression, TypeKind kind, Object value) {
    is(expression, kind, value, true);
  }

  private void is(String expression, TypeKind kind, Object value, boolean compare) {
    String sql = "SELECT " + expression;
    ResultColumn column = probe.columns(sql).getFirst();
    assertThat(column.type().kind()).as(sql).isEqualTo(kind);
    Object cell = probe.cell(sql);
    if (compare) {
      assertThat(cell).as(sql).isEqualTo(value);
    }
  }
}
