package dev.alidade.engine.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.Location;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.mysql.gate.MySqlToken;
import dev.alidade.engine.mysql.gate.MySqlTokens;
import dev.alidade.safety.SharedData;
import dev.alidade.sql.Effect;
import dev.alidade.sql.Inspection;
import dev.alidade.sql.Lexer;
import dev.alidade.sql.SqlToken;
import dev.alidade.sql.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The gate against the server's own word: an account that may not read payroll is refused exactly
 * where a statement names it, whatever the optimizer does, and the refusal names the table.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MySqlGateTest {
  private static final TableName PAYROLL = TableName.of("payroll");
  private static final Pattern REFUSED =
      Pattern.compile("denied .* (?:for table `[^`]*`\\.`(.*)`|in table '(.*)')$", Pattern.DOTALL);
  private static final int ROUNDS = Integer.getInteger("alidade.rounds", 20_000);

  private final MariaDbServer server = MariaDbServer.shared();
  private Engine engine;
  private EngineProbe probe;
  private Connection narrow;

  @BeforeAll
  void open() throws SQLException {
    String database = server.createDatabase();
    server.run(database, GateDatabase.statements());
    server.run(
        database,
        List.of(
            "CREATE OR REPLACE USER narrow IDENTIFIED BY 'n'",
            "GRANT SELECT ON orders TO narrow",
            "GRANT SELECT ON customers TO narrow",
            "GRANT SELECT ON order_lines TO narrow",
            "GRANT SELECT ON numbers TO narrow"));
    engine = MySqlFactory.mySql().open(server.source(EngineProbe.SOURCE, database));
    probe = new EngineProbe(engine);
    narrow =
        DriverManager.getConnection(
            "jdbc:mariadb://%s:%d/%s?useServerPrepStmts=true&connectionTimeZone=UTC"
                .formatted(server.host(), server.port(), database),
            "narrow",
            "n");
    narrow
        .createStatement()
        .execute("SET SESSION sql_mode = '%s'".formatted(MySqlDialect.SQL_MODE));
    narrow.createStatement().execute("SET SESSION TRANSACTION READ ONLY");
    narrow.createStatement().execute("SET SESSION max_statement_time = 5");
  }

  @AfterAll
  void close() throws SQLException {
    narrow.close();
    engine.close();
  }

  @Test
  void hostileStatementsAreRefused() throws IOException {
    List<String> hostile = GateDatabase.lines("hostile.txt");
    assertThat(hostile).hasSizeGreaterThan(200);
    for (String sql : hostile) {
      Inspection inspection = probe.inspect(sql);
      assertThat(inspection.isAllowed()).as(sql).isFalse();
      assertThat(inspection.reasons().getFirst().message()).as(sql).isNotBlank();
      inspection
          .reasons()
          .getFirst()
          .location()
          .ifPresent(place -> assertThat(place).isEqualTo(Location.of(sql, place.offset())));
    }
  }

  @Test
  void whateverReadsPayrollSaysSo() throws IOException {
    List<String> reading = GateDatabase.lines("reads-payroll.txt");
    assertThat(reading).hasSizeGreaterThan(90);
    int allowed = 0;
    for (String sql : reading) {
      Inspection inspection = probe.inspect(sql);
      assertThat(!inspection.isAllowed() || inspection.tables().contains(PAYROLL)).as(sql).isTrue();
      allowed += inspection.isAllowed() ? 1 : 0;
    }
    assertThat(allowed).as("read rather than refused").isGreaterThan(85);
  }

  @Test
  void harmlessStatementsPassAndRun() throws IOException {
    List<String> harmless = GateDatabase.lines("harmless.txt");
    assertThat(harmless).hasSizeGreaterThan(75);
    for (String sql : harmless) {
      Inspection inspection = probe.inspect(sql);
      assertThat(inspection.reasons()).as(sql).isEmpty();
      assertThat(inspection.effect()).isEqualTo(Effect.READ);
      assertThat(inspection.tables()).as(sql).doesNotContain(PAYROLL);
      assertThat(sql)
          .as("what runs is what was written")
          .hasSizeGreaterThanOrEqualTo(inspection.text().orElseThrow().length());
      assertThat(probe.rows(sql)).as(sql).isNotNull();
      agreesWithTheServer(sql, inspection);
    }
  }

  @Test
  void theServerNeverReadsMoreThanTheGateFound() throws IOException {
    long seed = Long.getLong("alidade.seed", System.nanoTime());
    List<String> corpus =
        Stream.of("hostile.txt", "reads-payroll.txt", "harmless.txt")
            .flatMap(name -> GateDatabase.lines(name).stream())
            .toList();
    StatementMixer mixer = new StatementMixer(corpus, new Random(seed));
    int passed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String sql = mixer.next();
      Inspection inspection = probe.inspect(sql);
      if (inspection.isAllowed()) {
        agreesWithTheServer(sql + " (seed " + seed + ")", inspection);
        passed++;
      }
    }
    assertThat(passed).as("statements that reached the server").isGreaterThan(ROUNDS / 50);
  }

  @Test
  void injectionsOfTheCollectionNeverReachTheServerUnnoticed() throws IOException {
    for (String file : List.of("full-statements.txt", "injection-fragments.txt")) {
      List<String> texts = Files.readAllLines(SharedData.at("sql-safety/" + file));
      for (String text : texts) {
        check(text);
        check("SELECT id FROM orders WHERE note = '" + text + "'");
        check("SELECT id FROM orders WHERE id = " + text);
      }
    }
  }

  @Test
  void theQueriesOfTpcHPassAsTheyAreWritten() throws IOException {
    String database = server.createDatabase();
    server.run(database, TpcH.emptyTables());
    try (Engine warehouse =
        MySqlFactory.mySql().open(server.source(EngineProbe.SOURCE, database))) {
      EngineProbe asked = new EngineProbe(warehouse);
      List<String> queries = TpcH.queries();
      assertThat(queries).hasSize(22);
      for (String query : queries) {
        assertThat(asked.inspect(query).reasons()).as(query).isEmpty();
        assertThat(asked.inspect(query).tables()).as(query).isNotEmpty();
        assertThat(asked.rows(query)).as(query).hasSizeLessThan(2);
      }
    }
  }

  @Test
  void aSystemDatabaseIsNotReadEvenAsTheDefault() {
    for (String database : List.of("mysql", "information_schema", "sys")) {
      try (Engine system = MySqlFactory.mySql().open(server.source(EngineProbe.SOURCE, database))) {
        assertThat(new EngineProbe(system).inspect("SELECT * FROM user").isAllowed())
            .as(database)
            .isFalse();
      }
    }
  }

  @Test
  void namesFollowTheServersLetters() {
    try (MariaDbServer lower = MariaDbServer.own("--lower-case-table-names=1")) {
      String database = lower.createDatabase();
      lower.run(database, List.of("CREATE TABLE Orders (id INTEGER)", "CREATE TABLE b (id INT)"));
      try (Engine folding = MySqlFactory.mySql().open(lower.source(EngineProbe.SOURCE, database))) {
        EngineProbe asked = new EngineProbe(folding);
        assertThat(asked.inspect("SELECT * FROM ORDERS o JOIN " + database + ".B").tables())
            .containsExactly(TableName.of("orders"), TableName.of("b"));
        assertThat(asked.rows("SELECT * FROM ORDERS")).isEmpty();
      }
    }
  }

  @Test
  void aStoredFunctionIsNotCalledByABuiltInName() {
    String database = server.createDatabase();
    server.run(
        database,
        List.of(
            "CREATE FUNCTION any_value(a INT) RETURNS INT DETERMINISTIC RETURN 5",
            "CREATE FUNCTION own(a INT) RETURNS INT DETERMINISTIC RETURN 5"));
    try (Engine another =
        MySqlFactory.mariaDb().open(server.source(EngineProbe.SOURCE, database))) {
      EngineProbe asked = new EngineProbe(another);
      for (String sql :
          List.of("SELECT any_value(1)", "SELECT own(1)", "SELECT " + database + ".own(1)")) {
        assertThat(asked.inspect(sql).isAllowed()).as(sql).isFalse();
      }
    }
  }

  private void check(String sql) {
    Inspection inspection = probe.inspect(sql);
    if (inspection.isAllowed()) {
      agreesWithTheServer(sql, inspection);
    }
  }

  private void agreesWithTheServer(String label, Inspection inspection) {
    String text = inspection.text().orElseThrow();
    assertThat(parameters(text)).as(label).isEqualTo(markers(text));
    try (var statement = narrow.prepareStatement(text)) {
      assertThat(narrow.nativeSQL(text)).as("the driver changes nothing").isEqualTo(text);
      statement.execute();
    } catch (SQLException failure) {
      Matcher refused = REFUSED.matcher(String.valueOf(failure.getMessage()));
      if (refused.find()) {
        assertThat(inspection.tables())
            .as("%s -> %s", label, failure.getMessage())
            .extracting(TableName::table)
            .contains(
                refused.group(1) == null ? refused.group(2) : refused.group(1).replace("``", "`"));
        return;
      }
      assertThat(failure.getMessage()).as(label).doesNotContain("denied");
    }
  }

  /** Where the gate's tokens have parameters. */
  private static List<Integer> parameters(String text) {
    return MySqlTokens.of(text).stream()
        .filter(token -> token.kind() == MySqlToken.Kind.PARAMETER)
        .map(MySqlToken::start)
        .toList();
  }

  /** Where the tokens have them by which values are bound. */
  private static List<Integer> markers(String text) {
    return Lexer.tokens(text, new MySqlDialect().lexicalRules()).stream()
        .filter(token -> token.kind() == SqlToken.Kind.PARAMETER)
        .map(SqlToken::start)
        .toList();
  }
}
