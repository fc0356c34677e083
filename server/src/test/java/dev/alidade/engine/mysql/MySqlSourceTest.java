package dev.alidade.engine.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.ResultStream;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.jdbc.Host;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How a source is said, what goes wrong with it, and what each failure says to do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MySqlSourceTest {
  private final MariaDbServer server = MariaDbServer.shared();
  private String database;

  @BeforeAll
  void fill() {
    database = server.createDatabase();
    server.run(database, GateDatabase.statements());
    server.run(
        database,
        List.of(
            "CREATE OR REPLACE USER reader IDENTIFIED BY 'r'",
            "GRANT SELECT ON orders TO reader",
            "CREATE OR REPLACE USER single IDENTIFIED BY 's' WITH MAX_USER_CONNECTIONS 1",
            "GRANT SELECT ON %s.* TO single".formatted(database)));
  }

  @Test
  void aUrlSaysWhatTheSettingsSay() {
    String password = URLEncoder.encode(MariaDbServer.PASSWORD, StandardCharsets.UTF_8);
    for (String start : List.of("mysql://", "mariadb://", "jdbc:mariadb://", "jdbc:mysql://")) {
      String url =
          "%s%s:%s@%s:%d/%s"
              .formatted(
                  start,
                  MariaDbServer.USER,
                  password.replace("+", "%20"),
                  server.host(),
                  server.port(),
                  database);
      try (Engine engine = open(Map.of("url", url))) {
        assertThat(engine.server().product()).as(start).isEqualTo("MariaDB");
        assertThat(new EngineProbe(engine).number("SELECT COUNT(*) FROM orders")).isEqualTo(2);
      }
    }
  }

  @Test
  void wrongSettingsSayWhatToDo() {
    wrong(Map.of("url", "mysql://localhost"), "database");
    wrong(
        Map.of("url", "mysql://localhost/shop?allowLoadLocalInfile=true"), "allowLoadLocalInfile");
    wrong(Map.of("database", "shop", "tinyint1", "perhaps"), "tinyint1");
    wrong(Map.of("url", "postgresql://localhost/shop"), "mysql://");
  }

  @Test
  void whatTheServerRefusesSaysWhatToDo() {
    refused(Map.of("password", "wrong"), ErrorCode.SOURCE_REFUSED, "`password`");
    refused(Map.of("username", "nobody"), ErrorCode.SOURCE_REFUSED, "`username`");
    refused(Map.of("database", "no_such"), ErrorCode.SOURCE_REFUSED, "`database`");
    refused(
        Map.of("username", "reader", "password", "r", "database", "mysql"),
        ErrorCode.SOURCE_REFUSED,
        "`database`");
    refused(Map.of("tls", "verify"), ErrorCode.SOURCE_UNAVAILABLE, "`tls-ca`");
  }

  @Test
  void anAccountOutOfConnectionsIsOverloadedNotDown() throws SQLException {
    String url = "jdbc:mariadb://%s:%d/%s".formatted(server.host(), server.port(), database);
    try (Connection held = DriverManager.getConnection(url, "single", "s")) {
      assertThat(held.isValid(5)).isTrue();
      SQLException refusal =
          catchThrowableOfType(
              SQLException.class, () -> DriverManager.getConnection(url, "single", "s").close());
      AlidadeException failure =
          ConnectErrors.translate("contract", new Host(server.host(), server.port()), refusal);
      assertThat(failure.code()).isEqualTo(ErrorCode.OVERLOADED);
      assertThat(failure).hasMessageContaining("`pool`");
    }
  }

  @Test
  void whatTheAccountMayNotReadIsSaid() {
    try (Engine engine = open(settings(Map.of("username", "reader", "password", "r")))) {
      EngineProbe probe = new EngineProbe(engine);
      assertThat(probe.number("SELECT COUNT(*) FROM orders")).isEqualTo(2);
      AlidadeException failure = probe.failure("SELECT * FROM payroll");
      assertThat(failure.code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
      assertThat(failure).hasMessageContaining("payroll").hasMessageContaining("grant");
      assertThat(engine.readCatalog().tables())
          .extracting(table -> table.name().table())
          .containsExactly("orders");
    }
  }

  @Test
  void errorsPointAtTheTextThatWasWritten() {
    try (Engine engine = open(settings(Map.of()))) {
      EngineProbe probe = new EngineProbe(engine);
      pointsAt(probe, "SELECT id AS foo FROM orders WHERE foo = 1", "foo = 1", "`foo`");
      pointsAt(probe, "SELECT o.id FROM orders o ORDER BY o.nam", "o.nam", "`o.nam`");
      pointsAt(
          probe, "SELECT /* nam */ 'a nam', id /* 😀 */ FROM orders GROUP BY nam", "nam", "`nam`");
      pointsAt(probe, "SELECT COUNT(*)\nFROM order_linez l", "order_linez", "`order_lines`");
      pointsAt(probe, "SELECT id FROM orders GROUP id", "GROUP", "Syntax error");
      pointsAt(probe, "SELECT CONCAT(id FROM orders", "FROM", "Syntax error");
      pointsAt(probe, "SELECT x.id FROM orders ordrs", "x.id", "`x.id`");
      pointsAt(probe, "SELECT id\n, SUBSTR(note) FROM orders", ")", "Syntax error");
    }
  }

  @Test
  void valuesThatAreWrongAreDataErrors() {
    try (Engine engine = open(settings(Map.of()))) {
      EngineProbe probe = new EngineProbe(engine);
      for (String sql :
          List.of(
              "SELECT CAST(1 AS UNSIGNED) - 2",
              "SELECT 9223372036854775807 + 1",
              "SELECT EXP(10000)",
              "SELECT note REGEXP '(' FROM orders WHERE note IS NOT NULL",
              "SELECT ST_GEOMFROMTEXT('POINT(1)') IS NULL AND 18446744073709551615 + 1")) {
        assertThat(probe.failure(sql).code()).as(sql).isEqualTo(ErrorCode.DATA_ERROR);
      }
      assertThat(probe.failure("SELECT id FROM orders WHERE id = (SELECT n FROM numbers)").code())
          .isEqualTo(ErrorCode.TYPE_MISMATCH);
    }
  }

  @Test
  void aResultThatIsLeftStopsOnTheServer() {
    try (Engine engine = open(settings(Map.of("pool", 1)))) {
      EngineProbe probe = new EngineProbe(engine);
      String endless =
          "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 900)"
              + " SELECT a.n FROM r a, r b, r c";
      for (int round = 0; round < 10; round++) {
        try (ResultStream result = probe.start(endless, Parameters.NONE, Cancellation.never())) {
          assertThat(result.next()).isPresent();
        }
        assertThat(probe.number("SELECT COUNT(*) FROM orders")).isEqualTo(2);
      }
      assertThat(engine.pools()).allSatisfy(pool -> assertThat(pool.inUse()).isZero());
    }
  }

  @Test
  void aSessionCannotBeMadeToWrite() {
    try (Engine engine = open(settings(Map.of()))) {
      EngineProbe probe = new EngineProbe(engine);
      for (String sql :
          List.of(
              "SET SESSION TRANSACTION READ WRITE",
              "START TRANSACTION READ WRITE",
              "(COMMIT)",
              "  begin",
              "INSERT INTO orders (id) VALUES (99)",
              "CREATE TABLE x (a INT)",
              "GRANT ALL ON *.* TO reader",
              "DO 1",
              "SELECT id FROM orders INTO OUTFILE 'x'; DROP TABLE orders")) {
        AlidadeException failure = probe.forgedFailure(sql);
        assertThat(failure.code().type().name()).as(sql).isIn("DENIED", "USER");
      }
      assertThat(probe.number("SELECT COUNT(*) FROM orders")).isEqualTo(2);
    }
  }

  private static void pointsAt(EngineProbe probe, String sql, String place, String words) {
    AlidadeException failure = probe.failure(sql);
    assertThat(failure).as(sql).hasMessageContaining(words);
    assertThat(failure.location())
        .as(sql + " -> " + failure.getMessage())
        .contains(Location.of(sql, sql.lastIndexOf(place)));
  }

  private void wrong(Map<String, Object> settings, String word) {
    AlidadeException failure = EngineProbe.failure(() -> open(settings).close());
    assertThat(failure.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID);
    assertThat(failure).hasMessageContaining(word).hasMessageContaining("contract");
  }

  private void refused(Map<String, Object> changed, ErrorCode code, String word) {
    try (Engine engine = open(settings(changed))) {
      AlidadeException failure = EngineProbe.failure(engine::server);
      assertThat(failure.code()).as(failure.getMessage()).isEqualTo(code);
      assertThat(failure).hasMessageContaining(word).hasMessageContaining("contract");
      assertThat(failure.getMessage()).doesNotContain(MariaDbServer.PASSWORD);
      assertThat(engine.gate().inspect("SELECT 1").reasons().getFirst().code()).isEqualTo(code);
    }
  }

  private Map<String, Object> settings(Map<String, Object> changed) {
    Map<String, Object> settings =
        new HashMap<>(server.source(EngineProbe.SOURCE, database).settings());
    settings.putAll(changed);
    return settings;
  }

  private static Engine open(Map<String, Object> settings) {
    return MySqlFactory.mySql().open(new SourceDefinition(EngineProbe.SOURCE, "mysql", settings));
  }
}
