package dev.alidade.agreement;

import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
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
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A database under policies, and a copy that holds only what Wendy may see of it. */
final class GovernedPair implements AutoCloseable {
  static final Caller WENDY = new Caller("wendy", Set.of("analyst"), Map.of("region", "west"));
  static final String GOVERNED = "governed";
  static final String SEEN = "seen";

  /** What stands in rows and columns that are hidden from her. */
  static final String SECRET = "hidden-secret";

  private final Sources sources;
  private final QueryService queries;

  GovernedPair(TargetEngine engine) throws SQLException {
    TargetEngine.Target governed = engine.create(GOVERNED);
    fill(governed, true);
    TargetEngine.Target seen = engine.create(SEEN);
    fill(seen, false);
    sources =
        new Sources(
            List.of(governed.source(GOVERNED), seen.source(SEEN)), List.of(engine.factory()));
    queries = queriesUnder("region = {caller.region}");
  }

  /** Queries under the usual policies. */
  QueryService queries() {
    return queries;
  }

  @Override
  public void close() {
    queries.close();
    sources.close();
  }

  /** Queries under another condition for rows. */
  QueryService queriesUnder(String condition) {
    return queriesUnder(
        condition, Map.of("email", new Mask.Redact(), "salary", new Mask.Round(1000)));
  }

  /** Queries under another condition and other masks. */
  QueryService queriesUnder(String condition, Map<String, Mask> masks) {
    String home = sources.engine(GOVERNED).homeSchema();
    Role analyst =
        new Role(
            "analyst",
            Set.of(Right.READ),
            Optional.empty(),
            Optional.of(Set.of(GOVERNED)),
            Optional.of(Set.of(home + ".customers", home + ".orders", home + ".*")),
            Map.of(),
            new Denials(
                Set.of(), Set.of(), Set.of(home + ".payroll"), Set.of("customers.secret_note")));
    TablePolicy policy =
        new TablePolicy(
            "west only",
            GOVERNED,
            "customers",
            Set.of("analyst"),
            Optional.of(new RowFilter(condition)),
            masks);
    AccessRules rules = new AccessRules(List.of(analyst), List.of(policy), "key");
    return new QueryService(sources, new Governor(() -> rules), entry -> {}, Clock.systemUTC());
  }

  List<String> rows(Caller caller, String source, String sql) {
    return rows(queries, caller, source, sql, Parameters.NONE);
  }

  /** The rows as text, sorted; numbers are doubles. */
  static List<String> rows(
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
}
