package dev.alidade.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.ErrorType;
import dev.alidade.engine.Batch;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.ExecutionRequest;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.PlanNode;
import dev.alidade.engine.ResultStream;
import dev.alidade.engine.SourceDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the contract of all engines does not ask of PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresEngineTest {
  private final PostgresServer server = PostgresServer.shared();
  private final String database = server.createDatabase();
  private Engine engine;
  private EngineProbe probe;

  @BeforeAll
  void open() {
    server.run(
        database,
        List.of(
            "CREATE TABLE orders (id int PRIMARY KEY, amount numeric(12,2), note text, day date)",
            "INSERT INTO orders VALUES (1, 1.5, 'a', '2024-01-01'), (2, 0, 'b', NULL)",
            "CREATE FUNCTION double_of(int) RETURNS int LANGUAGE sql AS 'SELECT 2 * $1'",
            "CREATE FUNCTION leak(orders) RETURNS text LANGUAGE sql AS 'SELECT ''leaked'''",
            "CREATE FUNCTION writes() RETURNS int LANGUAGE sql AS"
                + " 'DELETE FROM orders RETURNING id'",
            "CREATE SCHEMA shop",
            "CREATE TABLE shop.items (id int)"));
    engine = open(Map.of("functions", List.of("public.double_of", "public.writes")));
    probe = new EngineProbe(engine);
  }

  @AfterAll
  void close() {
    engine.close();
  }

  @Test
  void aDotCallsNoFunction() {
    for (String sql :
        List.of(
            "SELECT ('/etc/hostname'::text).pg_read_file",
            "SELECT orders.leak FROM orders",
            "SELECT (o).leak FROM orders o")) {
      assertThat(probe.refusal(sql).code()).as(sql).isEqualTo(ErrorCode.FUNCTION_DENIED);
    }
    assertThat(probe.rows("SELECT (o).note, o.amount FROM orders o")).hasSize(2);
  }

  @Test
  void listedFunctionsRunAndStillCannotWrite() {
    assertThat(probe.cell("SELECT public.double_of(21)")).isEqualTo(42L);
    assertThat(probe.failure("SELECT public.writes()").code()).isEqualTo(ErrorCode.NOT_READ_ONLY);
    assertThat(probe.refusal("SELECT public.leak(NULL)").code())
        .isEqualTo(ErrorCode.FUNCTION_DENIED);
    assertThat(probe.number("SELECT count(*) FROM orders")).isEqualTo(2);
  }

  @Test
  void sessionsKeepWhatTheGateRestsOn() {
    for (String forged :
        List.of(
            "SELECT set_config('default_transaction_read_only', 'off', false)",
            "SELECT set_config('transaction_read_only', 'off', true)")) {
      // Even a gate that let it through would find every transaction read-only from its beginning.
      probe.forgedFailure(forged + ", (SELECT 1 / 0)");
      assertThat(
              probe
                  .forgedFailure("WITH d AS (DELETE FROM orders RETURNING 1) SELECT * FROM d")
                  .code())
          .isEqualTo(ErrorCode.NOT_READ_ONLY);
    }
    assertThat(probe.number("SELECT count(*) FROM orders")).isEqualTo(2);
  }

  @Test
  void failuresHaveTheirCodesAndPlaces() {
    fails("SELECT 1 / 0", ErrorCode.DATA_ERROR);
    fails("SELECT 'x'::int", ErrorCode.DATA_ERROR);
    fails("SELECT day + note FROM orders", ErrorCode.TYPE_MISMATCH);
    fails("SELECT id = note FROM orders", ErrorCode.TYPE_MISMATCH);
    fails("SELECT CASE WHEN true THEN 1 ELSE day END FROM orders", ErrorCode.TYPE_MISMATCH);
    fails("SELECT upper(1, 2)", ErrorCode.FUNCTION_NOT_FOUND);
    fails("SELECT note, sum(id) FROM orders", ErrorCode.SYNTAX_ERROR);
    fails("SELECT * FROM nowhere.orders", ErrorCode.TABLE_NOT_FOUND);
    fails("SELECT (SELECT id FROM orders)", ErrorCode.DATA_ERROR);
    fails("SELECT 2147483647 + 1", ErrorCode.DATA_ERROR);
    fails("SELECT repeat('x', 1100000000)", ErrorCode.SQL_TOO_COMPLEX);
    AlidadeException place =
        probe.failure("SELECT '😀',\n  id = $name FROM orders WHERE nothing", "x");
    assertThat(place.code()).isEqualTo(ErrorCode.PARAMETER_INVALID);
    String sql = "SELECT '😀', $name::text,\n note + id FROM orders";
    AlidadeException mismatch =
        EngineProbe.failure(() -> probe.rowsNamed(sql, Map.of("name", "x")));
    assertThat(mismatch.code()).isEqualTo(ErrorCode.TYPE_MISMATCH);
    assertThat(mismatch.location().orElseThrow().offset()).isEqualTo(sql.indexOf("+"));
  }

  @Test
  void unknownNamesAreHinted() {
    assertThat(probe.failure("SELECT id FROM ordres")).hasMessageContaining("`orders`");
    assertThat(probe.failure("SELECT id FROM shop.itmes")).hasMessageContaining("`shop.items`");
    assertThat(probe.failure("SELECT amont FROM orders")).hasMessageContaining("amount");
    assertThat(probe.failure("SELECT id FROM items")).hasMessageContaining("items");
  }

  @Test
  void plansAreTreesWithEstimates() {
    PlanNode plan =
        engine.explain(
            new ExecutionRequest(
                probe.govern(
                    "SELECT o.id FROM orders o JOIN shop.items i ON i.id = o.id WHERE o.note = ? ORDER BY 1"),
                new Parameters.Positional(List.of("a")),
                Cancellation.never()));
    assertThat(plan.estimatedRows()).isPresent();
    assertThat(plan.toString()).contains("orders").contains("items").contains("Cond");
    AlidadeException failure =
        EngineProbe.failure(
            () ->
                engine.explain(
                    new ExecutionRequest(
                        probe.govern("SELECT\n nothing FROM orders"),
                        Parameters.NONE,
                        Cancellation.never())));
    assertThat(failure.code()).isEqualTo(ErrorCode.COLUMN_NOT_FOUND);
    assertThat(failure.location().orElseThrow().line()).isEqualTo(2);
    assertThat(failure.location().orElseThrow().column()).isEqualTo(2);
  }

  @Test
  void wideRowsStreamInSmallPieces() {
    String sql = "SELECT n, repeat('x', 1000000) FROM generate_series(1, 400) AS n";
    try (ResultStream result = probe.start(sql)) {
      long rows = 0;
      for (Optional<Batch> next = result.next(); next.isPresent(); next = result.next()) {
        rows += next.get().rows();
        assertThat(next.get().rows()).isLessThan(10);
      }
      assertThat(rows).isEqualTo(400);
    }
  }

  @Test
  void unqualifiedNamesMeanTheSchemaOfTheSource() {
    try (Engine shop = open(Map.of("schema", "shop"))) {
      EngineProbe other = new EngineProbe(shop);
      assertThat(other.inspect("SELECT * FROM items").tables().getFirst().toString())
          .isEqualTo("shop.items");
      assertThat(other.rows("SELECT * FROM items")).isEmpty();
      assertThat(other.number("SELECT count(*) FROM public.orders")).isEqualTo(2);
      assertThat(other.failure("SELECT * FROM orders").code()).isEqualTo(ErrorCode.TABLE_NOT_FOUND);
    }
  }

  @Test
  void sourcesOpenByUrl() {
    for (String scheme : List.of("postgres", "postgresql", "jdbc:postgresql")) {
      String url =
          "%s://%s:%s@%s:%d/%s?sslmode=disable"
              .formatted(
                  scheme,
                  PostgresServer.USER,
                  "right%20%27horse%5C",
                  server.host(),
                  server.port(),
                  database);
      try (Engine byUrl = openOnly(Map.of("url", url))) {
        assertThat(new EngineProbe(byUrl).number("SELECT count(*) FROM orders")).isEqualTo(2);
        assertThat(byUrl.server().product()).isEqualTo("PostgreSQL");
      }
    }
    assertThat(configuration(Map.of("url", "postgres://h/d?sslmod=x"))).contains("`sslmode`");
    assertThat(configuration(Map.of("url", "postgres://h/d?sslmode=x"))).contains("verify-full");
    assertThat(configuration(Map.of("url", "mysql://h/d"))).contains("postgresql://");
  }

  @Test
  void failuresToConnectSayWhatToDo() {
    assertThat(connecting(Map.of("password", "wrong"))).contains("password");
    assertThat(connecting(Map.of("database", "no_such"))).contains("`database`");
    assertThat(connecting(Map.of("port", 1))).contains("nothing listens");
    assertThat(connecting(Map.of("tls", "verify"))).contains("TLS").contains("`tls: off`");
  }

  private String connecting(Map<String, Object> different) {
    try (Engine unreachable = open(different)) {
      AlidadeException failure = EngineProbe.failure(unreachable::server);
      assertThat(failure.code().type()).isEqualTo(ErrorType.EXTERNAL);
      assertThat(failure).hasMessageContaining(EngineProbe.SOURCE);
      assertThat(failure.getMessage())
          .doesNotContain(PostgresServer.PASSWORD)
          .doesNotContain("wrong");
      return failure.getMessage();
    }
  }

  private String configuration(Map<String, Object> settings) {
    AlidadeException failure = EngineProbe.failure(() -> openOnly(settings).close());
    assertThat(failure.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID);
    return failure.getMessage();
  }

  private void fails(String sql, ErrorCode code) {
    assertThat(probe.failure(sql).code()).as(sql).isEqualTo(code);
  }

  private Engine open(Map<String, Object> further) {
    Map<String, Object> settings =
        new HashMap<>(server.source(EngineProbe.SOURCE, database).settings());
    settings.putAll(further);
    return openOnly(settings);
  }

  private static Engine openOnly(Map<String, Object> settings) {
    return new PostgresEngineFactory()
        .open(new SourceDefinition(EngineProbe.SOURCE, "postgres", settings));
  }
}
