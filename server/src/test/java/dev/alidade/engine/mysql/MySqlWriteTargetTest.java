package dev.alidade.engine.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.WriteRequest;
import dev.alidade.engine.WriteResult;
import dev.alidade.policy.GovernedWriteMaker;
import dev.alidade.sql.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the server itself says of a table decides whether a write to it may be tried. */
class MySqlWriteTargetTest {
  private final MariaDbServer server = MariaDbServer.shared();
  private String database;

  @BeforeEach
  void createTables() {
    database = server.createDatabase();
    server.run(
        database,
        List.of(
            "CREATE TABLE parts (id INTEGER PRIMARY KEY, name TEXT)",
            "INSERT INTO parts VALUES (1, 'bolt'), (2, 'nut')",
            "CREATE TABLE loose (id INTEGER) ENGINE = MyISAM",
            "INSERT INTO loose VALUES (1)",
            "CREATE TABLE kept (id INTEGER) WITH SYSTEM VERSIONING",
            "INSERT INTO kept VALUES (1)"));
  }

  @Test
  void tablesThatCannotRollBackAreRefusedBeforeTheyAreTouched() {
    try (Engine engine = open(MariaDbServer.USER, MariaDbServer.PASSWORD)) {
      AlidadeException failure = failure(engine, "DELETE FROM loose", "loose");
      assertThat(failure.code()).isEqualTo(ErrorCode.SQL_DENIED);
      assertThat(failure).hasMessageContaining("MyISAM");
      assertThat(new EngineProbe(engine).number("SELECT count(*) FROM loose")).isEqualTo(1);
    }
  }

  @Test
  void tablesThatKeepTheirHistoryRollBackToo() {
    try (Engine engine = open(MariaDbServer.USER, MariaDbServer.PASSWORD)) {
      assertThat(write(engine, "UPDATE kept SET id = 2", "kept", false).rows()).isEqualTo(1);
      assertThat(new EngineProbe(engine).number("SELECT id FROM kept")).isEqualTo(1);
      assertThat(write(engine, "UPDATE kept SET id = 2", "kept", true).kept()).isTrue();
      assertThat(new EngineProbe(engine).number("SELECT id FROM kept")).isEqualTo(2);
    }
  }

  @Test
  void anAccountThatCannotSeeTriggersDoesNotWrite() {
    String account = "clerk_" + database;
    String pattern = "`%s`.*".formatted(database.replace("_", "\\_"));
    server.run(
        database,
        List.of(
            "CREATE USER %s IDENTIFIED BY 'c'".formatted(account),
            "GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO %s".formatted(pattern, account)));
    try (Engine engine = open(account, "c")) {
      AlidadeException failure = failure(engine, "DELETE FROM parts", "parts");
      assertThat(failure.code()).isEqualTo(ErrorCode.SQL_DENIED);
      assertThat(failure).hasMessageContaining("grant it TRIGGER");
    }
    for (String scope : List.of(database + ".parts", pattern)) {
      server.run(database, List.of("GRANT TRIGGER ON %s TO %s".formatted(scope, account)));
      try (Engine engine = open(account, "c")) {
        assertThat(write(engine, "DELETE FROM parts", "parts", false))
            .isEqualTo(new WriteResult(2, false));
        server.run(
            database,
            List.of(
                "CREATE TRIGGER hidden BEFORE DELETE ON parts FOR EACH ROW INSERT INTO loose VALUES (7)"));
        assertThat(failure(engine, "DELETE FROM parts", "parts")).hasMessageContaining("triggers");
        assertThat(new EngineProbe(engine).number("SELECT count(*) FROM loose")).isEqualTo(1);
      }
      server.run(
          database,
          List.of("DROP TRIGGER hidden", "REVOKE TRIGGER ON %s FROM %s".formatted(scope, account)));
    }
  }

  @Test
  void theSessionOnlyReadsAgainAfterAWrite() {
    try (Engine engine = open(MariaDbServer.USER, MariaDbServer.PASSWORD)) {
      write(engine, "DELETE FROM parts WHERE id = 1", "parts", true);
      write(engine, "DELETE FROM parts", "parts", false);
      for (int attempt = 0; attempt < 20; attempt++) {
        assertThat(new EngineProbe(engine).forgedFailure("DELETE FROM parts").code())
            .isEqualTo(ErrorCode.NOT_READ_ONLY);
      }
      assertThat(new EngineProbe(engine).number("SELECT count(*) FROM parts")).isEqualTo(1);
    }
  }

  private Engine open(String username, String password) {
    SourceDefinition definition = server.source(EngineProbe.SOURCE, database);
    Map<String, Object> settings = new HashMap<>(definition.settings());
    settings.putAll(Map.of("writable", true, "username", username, "password", password));
    return MySqlFactory.mariaDb()
        .open(new SourceDefinition(EngineProbe.SOURCE, definition.engine(), settings));
  }

  private static WriteResult write(Engine engine, String sql, String table, boolean keep) {
    return engine.write(
        new WriteRequest(
            GovernedWriteMaker.forge(EngineProbe.SOURCE, sql, TableName.of(table)),
            Parameters.NONE,
            Cancellation.never(),
            rows -> keep));
  }

  private static AlidadeException failure(Engine engine, String sql, String table) {
    AlidadeException failure =
        catchThrowableOfType(AlidadeException.class, () -> write(engine, sql, table, true));
    assertThat(failure).as(sql).isNotNull();
    return failure;
  }
}
