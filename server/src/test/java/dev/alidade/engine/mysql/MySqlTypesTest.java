package dev.alidade.engine.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Column;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Table;
import dev.alidade.sql.TypeKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every type of the server comes back exactly, or says why it cannot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MySqlTypesTest {
  private static final List<String> STATEMENTS =
      List.of(
          """
          CREATE TABLE types (
            id INT PRIMARY KEY,
            a TINYINT, b TINYINT UNSIGNED, c SMALLINT, d SMALLINT UNSIGNED, e MEDIUMINT,
            f MEDIUMINT UNSIGNED, g INT, h INT UNSIGNED, i BIGINT, j BIGINT UNSIGNED,
            flag BOOLEAN, bit1 BIT, bit8 BIT(8), bit64 BIT(64),
            big DECIMAL(65, 30), money DECIMAL(12, 2), f4 FLOAT, f8 DOUBLE, y YEAR,
            da DATE, ti TIME, ti6 TIME(6), dt DATETIME, dt6 DATETIME(6), ts TIMESTAMP NULL, ts6 TIMESTAMP(6) NULL,
            ch CHAR(10), vc VARCHAR(50), tx LONGTEXT, l1 VARCHAR(20) CHARACTER SET latin1,
            en ENUM('small', 'large'), se SET('x', 'y', 'z'), js JSON,
            bi BINARY(3), vb VARBINARY(10), bl LONGBLOB, uu UUID, ip INET6, pt POINT, ge GEOMETRY)
          """,
          """
          INSERT INTO types VALUES (1,
            -128, 255, -32768, 65535, -8388608, 16777215, -2147483648, 4294967295,
            -9223372036854775808, 18446744073709551615,
            TRUE, b'1', b'10000001', 0xFFFFFFFFFFFFFFFF,
            12345678901234567890123456789012345.123456789012345678901234567890, -0.01, 0.1, 0.1, 2024,
            '2024-02-29', '-838:59:59', '23:59:59.123456', '9999-12-31 23:59:59', '2024-03-31 02:30:00.123456',
            '2024-03-31 02:30:00', '2024-07-01 12:00:00.5',
            'abc', 'größe 😀', 'text', 'größe', 'large', 'x,z', '{"a": [1, null]}',
            'abc', 0x00FF, 'blob', '123e4567-e89b-12d3-a456-426614174000', '2001:db8::1',
            ST_GeomFromText('POINT(1 2.5)'), ST_GeomFromText('LINESTRING(0 0, 1 1)'))
          """,
          "INSERT INTO types (id) VALUES (2)");

  private final MariaDbServer server = MariaDbServer.shared();
  private String database;
  private Engine engine;
  private EngineProbe probe;

  @BeforeAll
  void open() {
    database = server.createDatabase();
    List<String> all = new ArrayList<>();
    all.add("SET time_zone = '+00:00', sql_mode = ''");
    all.addAll(STATEMENTS);
    all.addAll(
        List.of(
            "CREATE TABLE dates (id INT, da DATE, dt DATETIME, ts TIMESTAMP NULL)",
            "INSERT INTO dates VALUES (1, '0000-00-00', '0000-00-00 00:00:00', 0),"
                + " (2, '2024-00-00', '2024-02-00 10:00:00', NULL)",
            "CREATE TABLE small (id INT, stars TINYINT(1))",
            "INSERT INTO small VALUES (1, 1), (2, 5)"));
    server.run(database, all);
    engine = MySqlFactory.mySql().open(server.source(EngineProbe.SOURCE, database));
    probe = new EngineProbe(engine);
  }

  @AfterAll
  void close() {
    engine.close();
  }

  @Test
  void wholeNumbersReachTheirEnds() {
    assertThat(row("a, b, c, d, e, f, g, h, i, y"))
        .containsExactly(
            -128L,
            255L,
            -32768L,
            65535L,
            -8388608L,
            16777215L,
            -2147483648L,
            4294967295L,
            Long.MIN_VALUE,
            2024L);
    assertThat(row("j, bit8, bit64"))
        .containsExactly(
            new BigInteger("18446744073709551615"), 129L, new BigInteger("18446744073709551615"));
  }

  @Test
  void truthValuesAreTrueOrFalse() {
    assertThat(row("flag, bit1")).containsExactly(true, true);
    assertThat(kinds("flag, bit1")).containsOnly(TypeKind.BOOLEAN);
  }

  @Test
  void aNumberAmongTruthValuesIsNoTruth() {
    assertThat(probe.cell("SELECT stars FROM small WHERE id = 1")).isEqualTo(true);
    AlidadeException failure = probe.failure("SELECT stars FROM small ORDER BY id");
    assertThat(failure.code()).isEqualTo(ErrorCode.DATA_ERROR);
    assertThat(failure).hasMessageContaining("stars").hasMessageContaining("tinyint1");
    assertThat(probe.number("SELECT stars + 0 FROM small WHERE id = 2")).isEqualTo(5);
    Map<String, Object> settings =
        new HashMap<>(server.source(EngineProbe.SOURCE, database).settings());
    settings.put("tinyint1", "integer");
    SourceDefinition counting = new SourceDefinition(EngineProbe.SOURCE, "mysql", settings);
    try (Engine another = MySqlFactory.mySql().open(counting)) {
      assertThat(new EngineProbe(another).rows("SELECT stars FROM small ORDER BY id"))
          .containsExactly(List.of(1L), List.of(5L));
      assertThat(another.readCatalog().table("small").orElseThrow().column("stars").orElseThrow())
          .satisfies(column -> assertThat(column.type().kind()).isEqualTo(TypeKind.INTEGER));
    }
  }

  @Test
  void decimalsKeepEveryDigit() {
    assertThat(row("big, money"))
        .containsExactly(
            new BigDecimal("12345678901234567890123456789012345.123456789012345678901234567890"),
            new BigDecimal("-0.01"));
    assertThat(probe.cell("SELECT SUM(money) / 3 FROM types")).isInstanceOf(BigDecimal.class);
  }

  @Test
  void floatsShowTheDigitsThatTheServerShows() {
    assertThat(row("f4, f8, CAST(1 AS DOUBLE) / 3")).containsExactly(0.1, 0.1, 1.0 / 3);
    assertThat(kinds("f4, f8")).containsOnly(TypeKind.FLOAT);
  }

  @Test
  void datesAndTimesAreExactInEveryZone() {
    assertThat(row("da, dt, dt6"))
        .containsExactly(
            LocalDate.of(2024, 2, 29),
            LocalDateTime.of(9999, 12, 31, 23, 59, 59),
            LocalDateTime.of(2024, 3, 31, 2, 30, 0, 123_456_000));
    assertThat(row("ts, ts6"))
        .containsExactly(
            OffsetDateTime.of(2024, 3, 31, 2, 30, 0, 0, ZoneOffset.UTC),
            OffsetDateTime.of(2024, 7, 1, 12, 0, 0, 500_000_000, ZoneOffset.UTC));
    assertThat(kinds("da, dt, ts, ti"))
        .containsExactly(
            TypeKind.DATE, TypeKind.TIMESTAMP, TypeKind.TIMESTAMP_TZ, TypeKind.INTERVAL);
  }

  @Test
  void timesBeyondADayAreLengths() {
    assertThat(row("ti, ti6")).containsExactly("-838:59:59", "23:59:59.123456");
  }

  @Test
  void aDateThatIsNoneIsNullOrAnErrorButNeverAnother() {
    assertThat(probe.rows("SELECT da, dt, ts FROM dates WHERE id = 1"))
        .containsExactly(Arrays.asList(null, null, null));
    assertThat(probe.number("SELECT COUNT(*) FROM dates WHERE da = '0000-00-00'")).isEqualTo(1);
    for (String column : List.of("da", "dt")) {
      AlidadeException failure = probe.failure("SELECT " + column + " FROM dates WHERE id = 2");
      assertThat(failure.code()).isEqualTo(ErrorCode.DATA_ERROR);
      assertThat(failure).hasMessageContaining(column).hasMessageContaining("CAST");
    }
    assertThat(probe.cell("SELECT CAST(da AS CHAR) FROM dates WHERE id = 2"))
        .isEqualTo("2024-00-00");
  }

  @Test
  void textsOfEveryCharacterSetAreTheirCharacters() {
    assertThat(row("ch, vc, tx, l1, en, se"))
        .containsExactly("abc", "größe 😀", "text", "größe", "large", "x,z");
    assertThat(kinds("ch, vc, tx, l1, en, se")).containsOnly(TypeKind.TEXT);
  }

  @Test
  void whatHasATypeOfItsOwnKeepsIt() {
    assertThat(row("js, uu, ip, pt, ge"))
        .containsExactly(
            "{\"a\": [1, null]}",
            UUID.fromString("123e4567-e89b-12d3-a456-426614174000"),
            "2001:db8::1",
            "POINT(1.0 2.5)",
            "LINESTRING(0.0 0.0,1.0 1.0)");
    assertThat(kinds("js, uu, ip, pt"))
        .containsExactly(TypeKind.JSON, TypeKind.UUID, TypeKind.TEXT, TypeKind.OTHER);
  }

  @Test
  void bytesAreBytes() {
    assertThat(row("bi, vb, bl"))
        .containsExactly(
            "abc".getBytes(StandardCharsets.UTF_8),
            new byte[] {0, -1},
            "blob".getBytes(StandardCharsets.UTF_8));
    assertThat(kinds("bi, vb, bl")).containsOnly(TypeKind.BINARY);
  }

  @Test
  void nullIsNullInEveryType() {
    List<Object> empty = probe.rows("SELECT * FROM types WHERE id = 2").getFirst();
    assertThat(empty.subList(1, empty.size())).containsOnlyNulls();
  }

  @Test
  void theCatalogAndTheResultsSayTheSameKinds() {
    Table types = engine.readCatalog().table("types").orElseThrow();
    Map<String, TypeKind> result = new HashMap<>();
    for (ResultColumn column : probe.columns("SELECT * FROM types")) {
      result.put(column.name(), column.type().kind());
    }
    for (Column column : types.columns()) {
      assertThat(result).containsEntry(column.name(), column.type().kind());
    }
    assertThat(types.column("big").orElseThrow().type().engineName()).isEqualTo("decimal(65,30)");
  }

  @Test
  void literalsAreTheirValues() {
    for (String value :
        List.of(
            "", "it's", "\\", "\\'", "a\0b", "\"`", "%_", "\n\r\t\u001a", "größe 😀", "--", "/*")) {
      String literal = engine.dialect().literal(value);
      assertThat(probe.cell("SELECT " + literal)).as(literal).isEqualTo(value);
    }
  }

  private List<Object> row(String columns) {
    return probe.rows("SELECT " + columns + " FROM types WHERE id = 1").getFirst();
  }

  private List<TypeKind> kinds(String columns) {
    return probe.columns("SELECT " + columns + " FROM types").stream()
        .map(column -> column.type().kind())
        .toList();
  }
}
