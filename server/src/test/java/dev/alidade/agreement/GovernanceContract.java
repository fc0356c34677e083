package dev.alidade.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Batch;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.Sources;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Denials;
import dev.alidade.policy.Governor;
import dev.alidade.policy.Mask;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import dev.alidade.policy.RowFilter;
import dev.alidade.policy.TablePolicy;
import dev.alidade.query.GovernedResult;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a caller under policies sees, judged by the rows that come out: the same statement on a copy
 * that holds only what the caller may see must give the same rows.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GovernanceContract {
  private static final Caller WENDY =
      new Caller("wendy", Set.of("analyst"), Map.of("region", "west"));
  private static final String SECRET = "hidden-secret";

  /** Statements that every engine reads; {@code customers} and {@code orders} are the tables. */
  private static final List<String> STATEMENTS =
      List.of(
          "SELECT * FROM customers",
          "SELECT c.* FROM customers c",
          "SELECT customers.name FROM customers",
          "SELECT count(*) FROM customers",
          "SELECT name, email FROM customers WHERE email = 'ada@example.org'",
          "SELECT name FROM customers WHERE email LIKE '%example%'",
          "SELECT name FROM customers ORDER BY salary DESC, id LIMIT 3",
          "SELECT email, count(*) FROM customers GROUP BY email",
          "SELECT max(salary), min(salary), sum(salary) FROM customers",
          "SELECT c.name, o.total FROM customers c JOIN orders o ON o.customer_id = c.id",
          "SELECT o.id, c.name FROM orders o LEFT JOIN customers c ON o.customer_id = c.id",
          "SELECT name FROM customers WHERE id IN (SELECT customer_id FROM orders)",
          "SELECT total FROM orders WHERE customer_id IN (SELECT id FROM customers)",
          "SELECT total FROM orders o WHERE EXISTS (SELECT 1 FROM customers c WHERE c.id = o.customer_id)",
          "SELECT total FROM orders o WHERE NOT EXISTS (SELECT 1 FROM customers c WHERE c.id = o.customer_id)",
          "SELECT (SELECT max(name) FROM customers) FROM orders",
          "SELECT (SELECT c.name FROM customers c WHERE c.id = o.customer_id) FROM orders o",
          "SELECT x.name FROM (SELECT * FROM customers) x",
          "SELECT x.n FROM (SELECT name AS n FROM customers WHERE salary > 1000) x",
          "WITH a AS (SELECT * FROM customers) SELECT name FROM a",
          "WITH a AS (SELECT id FROM customers), b AS (SELECT id FROM a) SELECT count(*) FROM b",
          "WITH customers AS (SELECT 1 AS one) SELECT * FROM customers",
          "WITH orders AS (SELECT * FROM customers) SELECT * FROM orders",
          "SELECT name FROM customers UNION ALL SELECT name FROM customers",
          "SELECT name FROM customers UNION SELECT 'nobody'",
          "SELECT id FROM orders EXCEPT SELECT id FROM customers",
          "SELECT a.name, b.name FROM customers a JOIN customers b ON a.region = b.region AND a.id < b.id",
          "SELECT a.name FROM customers a CROSS JOIN customers b",
          "SELECT name, row_number() OVER (ORDER BY id) FROM customers",
          "SELECT name, sum(salary) OVER (PARTITION BY region) FROM customers",
          "SELECT CASE WHEN region = 'east' THEN 1 ELSE 0 END FROM customers",
          "SELECT count(*) FROM customers WHERE region = 'east'",
          "SELECT count(*) FROM customers WHERE region <> 'west' OR 1 = 1",
          "SELECT count(DISTINCT region) FROM customers",
          "SELECT name FROM customers WHERE salary BETWEEN 1 AND 1000000",
          "SELECT region, count(*) FROM customers GROUP BY region HAVING count(*) > 0",
          "SELECT lower(name), coalesce(email, 'none') FROM customers",
          "SELECT c.name FROM customers AS c WHERE c.id = (SELECT min(id) FROM customers)");

  /** What must be refused, or fail, whatever the engine makes of it. */
  private static final List<String> FORBIDDEN =
      List.of(
          "SELECT * FROM payroll",
          "SELECT (SELECT max(amount) FROM payroll) FROM orders",
          "SELECT * FROM orders WHERE id IN (SELECT id FROM payroll)",
          "WITH payroll AS (SELECT * FROM payroll) SELECT * FROM payroll",
          "SELECT * FROM orders UNION ALL SELECT id, amount, amount FROM payroll",
          "SELECT secret_note FROM customers",
          "SELECT name FROM customers WHERE secret_note IS NOT NULL",
          "SELECT name FROM customers ORDER BY secret_note",
          "SELECT count(secret_note) FROM customers",
          "SELECT * FROM everyone");

  private Sources sources;
  private QueryService queries;

  /** The engine; files go into {@code directory}. */
  abstract TargetEngine engine(Path directory);

  /** Statements in this engine's own words, judged like the others. */
  List<String> ownStatements() {
    return List.of();
  }

  /** Statements in this engine's own words that must be refused. */
  List<String> ownForbidden() {
    return List.of();
  }

  @BeforeAll
  void open(@TempDir Path folder) throws SQLException {
    TargetEngine engine = engine(folder);
    TargetEngine.Target governed = engine.create("governed");
    fill(governed, true);
    TargetEngine.Target seen = engine.create("seen");
    fill(seen, false);
    sources =
        new Sources(
            List.of(governed.source("governed"), seen.source("seen")), List.of(engine.factory()));
    queries = queriesUnder("region = {caller.region}");
  }

  private QueryService queriesUnder(String condition) {
    return queriesUnder(
        condition, Map.of("email", new Mask.Redact(), "salary", new Mask.Round(1000)));
  }

  private QueryService queriesUnder(String condition, Map<String, Mask> masks) {
    String home = sources.engine("governed").homeSchema();
    Role analyst =
        new Role(
            "analyst",
            Set.of(Right.READ),
            Optional.empty(),
            Optional.of(Set.of("governed")),
            Optional.of(Set.of(home + ".customers", home + ".orders", home + ".*")),
            Map.of(),
            new Denials(
                Set.of(), Set.of(), Set.of(home + ".payroll"), Set.of("customers.secret_note")));
    TablePolicy policy =
        new TablePolicy(
            "west only",
            "governed",
            "customers",
            Set.of("analyst"),
            Optional.of(new RowFilter(condition)),
            masks);
    AccessRules rules = new AccessRules(List.of(analyst), List.of(policy), "key");
    return new QueryService(sources, new Governor(() -> rules), entry -> {}, Clock.systemUTC());
  }

  @AfterAll
  void close() {
    queries.close();
    sources.close();
  }

  @Test
  void everyStatementShowsWhatACopyOfTheVisibleShows() {
    List<String> all = new ArrayList<>(STATEMENTS);
    all.addAll(ownStatements());
    SoftAssertions judged = new SoftAssertions();
    for (String sql : all) {
      judged
          .assertThat(outcome(WENDY, "governed", sql))
          .as(sql)
          .isEqualTo(rows(Caller.LOCAL, "seen", sql).toString());
    }
    judged.assertAll();
  }

  @Test
  void whatIsHiddenIsRefusedWithoutAWordOfIt() {
    List<String> all = new ArrayList<>(FORBIDDEN);
    all.addAll(ownForbidden());
    for (String sql : all) {
      AlidadeException failure =
          catchThrowableOfType(AlidadeException.class, () -> rows(WENDY, "governed", sql));
      assertThat(failure).as(sql).isNotNull();
      assertThat(failure.getMessage()).as(sql).doesNotContain(SECRET).doesNotContain("east");
    }
  }

  @Test
  void anotherSourceIsUnknown() {
    AlidadeException failure =
        catchThrowableOfType(
            AlidadeException.class, () -> rows(WENDY, "seen", "SELECT 1 FROM orders"));
    assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_NOT_FOUND);
  }

  @Test
  void anErrorOnAHiddenRowDoesNotHappen() {
    for (String condition :
        List.of(
            "CAST(name AS INTEGER) = 1 OR name IS NOT NULL",
            "1 / (id - 5) > -100",
            "name = 99 OR id > 0",
            "NOT name = 99",
            "name IN (1, 2) OR id > 0",
            "id > 0 AND name <> 7",
            "CAST(region AS INTEGER) > 0 OR id > 0")) {
      String sql = "SELECT count(*) FROM customers WHERE " + condition;
      assertThat(outcome(WENDY, "governed", sql))
          .as(sql)
          .isEqualTo(outcome(Caller.LOCAL, "seen", sql));
    }
  }

  @Test
  void parametersKeepTheirPlaces() {
    String positional = "SELECT name FROM customers WHERE id > ? AND name <> ? ORDER BY id";
    Parameters values = new Parameters.Positional(List.of(1, "Bob"));
    assertThat(rows(queries, WENDY, "governed", positional, values)).containsExactly("[Cleo]");
    String named = "SELECT name, email FROM customers WHERE id < $low OR name = $name";
    assertThat(
            rows(
                queries,
                WENDY,
                "governed",
                named,
                new Parameters.Named(Map.of("low", 2, "name", SECRET))))
        .containsExactly("[Ada, ***]");
  }

  @Test
  void aConditionThatIsWrongShowsNothing() {
    for (String condition :
        List.of("region = ", "regoin = 'west'", "region = 'west' --", "1 = 1; SELECT 1", "1 = ?")) {
      try (QueryService wrong = queriesUnder(condition)) {
        for (String sql :
            List.of(
                "SELECT count(*) FROM customers",
                "SELECT (SELECT max(name) FROM customers) FROM (SELECT 'west' AS regoin) x",
                "SELECT x.regoin FROM (SELECT 'west' AS regoin) x WHERE EXISTS (SELECT 1 FROM customers)",
                "WITH customers AS (SELECT * FROM customers) SELECT * FROM customers")) {
          AlidadeException failure =
              catchThrowableOfType(
                  AlidadeException.class,
                  () -> rows(wrong, WENDY, "governed", sql, Parameters.NONE));
          assertThat(failure).as("%s under %s", sql, condition).isNotNull();
          assertThat(failure.getMessage()).doesNotContain(SECRET);
        }
      }
    }
  }

  @Test
  void noNameOfAStatementReachesIntoACondition() {
    String condition =
        "region = 'west' AND id IN (SELECT customer_id FROM orders WHERE total > 100)";
    try (QueryService careful = queriesUnder(condition)) {
      for (String sql :
          List.of(
              "WITH orders AS (SELECT 1 AS customer_id, 1000 AS total) SELECT name FROM customers",
              "WITH RECURSIVE orders AS (SELECT 1 AS customer_id, 1000 AS total) SELECT name FROM customers",
              "SELECT x.name FROM (WITH orders AS (SELECT 1 AS customer_id, 1000 AS total) SELECT name FROM customers) x",
              "SELECT name FROM customers WHERE 1000 > (SELECT min(o.total) FROM orders o)")) {
        assertThat(shown(careful, sql)).as(sql).isEmpty();
      }
    }
  }

  @Test
  void aCallerWithoutTheAttributeIsToldSo() {
    Caller nowhere = new Caller("nora", Set.of("analyst"), Map.of());
    AlidadeException failure =
        catchThrowableOfType(
            AlidadeException.class, () -> rows(nowhere, "governed", "SELECT * FROM customers"));
    assertThat(failure.code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
    assertThat(failure).hasMessageContaining("region");
  }

  @Test
  void anAttributeIsAValueWhateverItHolds() {
    Caller clever = new Caller("clever", Set.of("analyst"), Map.of("region", "west' OR '1'='1"));
    assertThat(rows(clever, "governed", "SELECT * FROM customers")).isEmpty();
  }

  @Test
  void whoMaySeeEverythingSeesIt() {
    assertThat(rows(Caller.LOCAL, "governed", "SELECT * FROM customers")).hasSize(6);
  }

  private String outcome(Caller caller, String source, String sql) {
    try {
      return rows(caller, source, sql).toString();
    } catch (AlidadeException failure) {
      return "failed: " + failure.code();
    }
  }

  /** What masks make of a row; for engines that have all of them. */
  final void everyMaskHides() {
    Map<String, Mask> masks =
        Map.of(
            "email", new Mask.Hash(),
            "name", new Mask.Partial(1),
            "salary", new Mask.Null(),
            "region", new Mask.Year());
    try (QueryService masked = queriesUnder("region = {caller.region}", masks)) {
      assertThat(
              rows(
                  masked,
                  WENDY,
                  "governed",
                  "SELECT name, email, salary, region FROM customers WHERE id < 3",
                  Parameters.NONE))
          .containsExactly(
              "[***a, %s, null, null]".formatted(sha256("keyada@example.org")),
              "[***b, null, null, null]");
    }
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The rows, or none where the statement is refused. */
  private static List<String> shown(QueryService service, String sql) {
    try {
      return rows(service, WENDY, "governed", sql, Parameters.NONE);
    } catch (AlidadeException refused) {
      return List.of();
    }
  }

  private List<String> rows(Caller caller, String source, String sql) {
    return rows(queries, caller, source, sql, Parameters.NONE);
  }

  private static List<String> rows(
      QueryService service, Caller caller, String source, String sql, Parameters values) {
    QueryRequest request =
        new QueryRequest(caller, source, sql, values, QueryLimits.EXPORT, Cancellation.never());
    List<String> rows = new ArrayList<>();
    try (GovernedResult result = service.run(request)) {
      int width = result.columns().size();
      for (Optional<Batch> next = result.next(); next.isPresent(); next = result.next()) {
        for (int row = 0; row < next.get().rows(); row++) {
          List<Object> cells = new ArrayList<>();
          for (int column = 0; column < width; column++) {
            Object value = next.get().value(column, row);
            cells.add(value instanceof Number number ? (Object) number.doubleValue() : value);
          }
          rows.add(cells.toString());
        }
      }
    }
    rows.sort(null);
    return rows;
  }

  /** The copy holds the rows of the west, and masked values as values. */
  private static void fill(TargetEngine.Target target, boolean whole) throws SQLException {
    try (Connection connection = target.writer();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE customers (id BIGINT, name VARCHAR(40), region VARCHAR(10),"
              + " email VARCHAR(40), salary %s%s)"
                  .formatted(
                      whole ? "BIGINT" : "DOUBLE PRECISION",
                      whole ? ", secret_note VARCHAR(40)" : ""));
      statement.execute("CREATE TABLE orders (id BIGINT, customer_id BIGINT, total BIGINT)");
      statement.execute("CREATE TABLE payroll (id BIGINT, amount BIGINT)");
      for (String row :
          List.of(
              "1, 'Ada', 'west', 'ada@example.org', 5300",
              "2, 'Bob', 'west', NULL, 7800",
              "3, 'Cleo', 'west', 'cleo@example.org', 999",
              "4, 'Dan', 'east', 'dan@example.org', 4100",
              "5, '" + SECRET + "', 'east', 'eve@example.org', 9900",
              "6, 'Fay', NULL, 'fay@example.org', 100")) {
        if (whole) {
          statement.execute("INSERT INTO customers VALUES (" + row + ", '" + SECRET + "')");
        } else if (row.contains("'west'")) {
          String masked =
              row.replaceAll("'[a-z]+@example.org'", "'***'")
                  .replace("5300", "5000")
                  .replace("7800", "8000")
                  .replace("999", "1000");
          statement.execute("INSERT INTO customers VALUES (" + masked + ")");
        }
      }
      for (int order = 1; order <= 12; order++) {
        statement.execute(
            "INSERT INTO orders VALUES (%d, %d, %d)".formatted(order, order % 7, order * 10));
      }
      if (whole) {
        statement.execute("INSERT INTO payroll VALUES (1, 123456)");
        createView(statement);
      }
    }
  }

  private static void createView(Statement statement) throws SQLException {
    statement.execute("CREATE VIEW everyone AS SELECT * FROM customers");
  }

  /** So that a case that is listed twice is noticed. */
  @Test
  void noStatementIsListedTwice() {
    assertThat(new TreeSet<>(STATEMENTS)).hasSameSizeAs(STATEMENTS);
  }
}
