package dev.alidade.redteam;

import dev.alidade.agreement.CopiedTable;
import dev.alidade.agreement.TableLoader;
import dev.alidade.agreement.TargetEngine;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.engine.Batch;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.PlanNode;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Governor;
import dev.alidade.query.GovernedResult;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One database of the arena with the one way to ask it, and another source beside it. */
final class Side implements AutoCloseable {
  static final String SOURCE = "governed";
  static final String VAULT = "vault";

  private static final int MOST_ROWS = 2_000;
  private static final QueryLimits LIMITS = new QueryLimits(Duration.ofSeconds(10), MOST_ROWS);

  private final TargetEngine.Target target;
  private final TargetEngine.Target vault;
  private final Sources sources;
  private final QueryService queries;
  private final Caller caller;

  Side(
      TargetEngine engine,
      List<CopiedTable> tables,
      String secret,
      AccessRules rules,
      Caller caller) {
    this(engine, tables, secret, rules, caller, false);
  }

  /** A side whose rows may be changed by those who have the right. */
  static Side writable(
      TargetEngine engine,
      List<CopiedTable> tables,
      String secret,
      AccessRules rules,
      Caller caller) {
    return new Side(engine, tables, secret, rules, caller, true);
  }

  private Side(
      TargetEngine engine,
      List<CopiedTable> tables,
      String secret,
      AccessRules rules,
      Caller caller,
      boolean writable) {
    this.caller = caller;
    target = engine.create(SOURCE);
    new TableLoader(engine).load(target, tables);
    vault = engine.create(VAULT);
    run(
        vault,
        List.of(
            "CREATE TABLE secrets (id BIGINT, code VARCHAR(40))",
            "INSERT INTO secrets VALUES (1, '" + secret + "')"));
    if (!caller.equals(Caller.LOCAL)) {
      run(
          target,
          List.of(
              "CREATE VIEW everyone AS SELECT * FROM customers",
              "CREATE VIEW wages AS SELECT employee, amount FROM payroll"));
    }
    sources =
        new Sources(
            Stream.of(target.source(SOURCE), vault.source(VAULT))
                .map(source -> writable ? writable(source) : source)
                .toList(),
            List.of(engine.factory()));
    queries = new QueryService(sources, new Governor(() -> rules), entry -> {}, Clock.systemUTC());
  }

  /** Whether sources of an engine can be written to at all. */
  static boolean isWritable(TargetEngine engine) {
    return engine.factory().settings().stream().anyMatch(each -> each.name().equals("writable"));
  }

  private static SourceDefinition writable(SourceDefinition source) {
    Map<String, Object> settings = new HashMap<>(source.settings());
    settings.put("writable", true);
    return new SourceDefinition(source.name(), source.engine(), settings);
  }

  TargetEngine.Target target() {
    return target;
  }

  TargetEngine.Target vault() {
    return vault;
  }

  QueryService queries() {
    return queries;
  }

  Sources sources() {
    return sources;
  }

  /** What only this side is called: files, or databases and schemas of a server. */
  List<String> ownNames() {
    List<String> files = files();
    return files.isEmpty() ? settings("schema", "database") : files;
  }

  /** The files of an engine that keeps databases in files. */
  List<String> files() {
    return settings("path");
  }

  /** What the databases, or the catalog around them, are called in SQL. */
  List<String> databases() {
    return files().isEmpty()
        ? Stream.concat(settings("schema", "database").stream(), settings("catalog").stream())
            .distinct()
            .toList()
        : List.of(SOURCE, VAULT);
  }

  private List<String> settings(String... keys) {
    return Stream.of(target, vault)
        .map(database -> database.source(SOURCE).settings())
        .flatMap(
            settings ->
                Stream.of(keys)
                    .filter(settings::containsKey)
                    .map(key -> settings.get(key).toString())
                    .limit(1))
        .toList();
  }

  Outcome attempt(String sql) {
    QueryRequest request =
        new QueryRequest(caller, SOURCE, sql, Parameters.NONE, LIMITS, Cancellation.never());
    try (GovernedResult result = queries.run(request)) {
      List<String> columns = result.columns().stream().map(column -> column.name()).toList();
      List<List<String>> rows = new ArrayList<>();
      for (Optional<Batch> next = result.next(); next.isPresent(); next = result.next()) {
        for (int row = 0; row < next.get().rows(); row++) {
          List<String> cells = new ArrayList<>();
          for (int column = 0; column < columns.size(); column++) {
            cells.add(CellText.of(next.get().value(column, row)));
          }
          rows.add(cells);
        }
      }
      return new Outcome.Rows(columns, rows, result.isTruncated());
    } catch (AlidadeException failure) {
      return new Outcome.Failed(failure.code(), failure.getMessage());
    }
  }

  /** How many rows a write touches, which stays if {@code keep}. */
  Outcome write(String sql, boolean keep) {
    QueryRequest request =
        new QueryRequest(caller, SOURCE, sql, Parameters.NONE, LIMITS, Cancellation.never());
    try {
      long rows = queries.write(request, touched -> keep).rows();
      return new Outcome.Rows(List.of("rows"), List.of(List.of(Long.toString(rows))), false);
    } catch (AlidadeException failure) {
      return new Outcome.Failed(failure.code(), failure.getMessage());
    }
  }

  /** The plan, a step a row. */
  Outcome explain(String sql) {
    QueryRequest request =
        new QueryRequest(caller, SOURCE, sql, Parameters.NONE, LIMITS, Cancellation.never());
    try {
      List<List<String>> steps = new ArrayList<>();
      addSteps(queries.explain(request).plan(), steps);
      return new Outcome.Rows(List.of("step", "detail", "rows"), steps, false);
    } catch (AlidadeException failure) {
      return new Outcome.Failed(failure.code(), failure.getMessage());
    }
  }

  private static void addSteps(PlanNode node, List<List<String>> steps) {
    steps.add(List.of(node.name(), node.detail().orElse(""), String.valueOf(node.estimatedRows())));
    node.children().forEach(child -> addSteps(child, steps));
  }

  @Override
  public void close() {
    queries.close();
    sources.close();
  }

  static void run(TargetEngine.Target target, List<String> statements) {
    try (Connection connection = target.writer();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
