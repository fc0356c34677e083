package dev.alidade.advice;

import dev.alidade.agreement.TargetEngine;
import dev.alidade.agreement.Targets;
import dev.alidade.base.Caller;
import dev.alidade.catalog.CatalogService;
import dev.alidade.engine.Sources;
import dev.alidade.operation.Invocation;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Denials;
import dev.alidade.policy.Governor;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.query.Rows;
import dev.alidade.semantic.Meanings;
import dev.alidade.semantic.SemanticModel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Customers, their orders and a payroll that the clerk does not see. */
final class AdviceHouse implements AutoCloseable {
  static final String SOURCE = "given";
  static final Caller CHIEF = new Caller("wendy", Set.of("chief"), Map.of());
  static final Caller CLERK = new Caller("cleo", Set.of("clerk"), Map.of());

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE customers (customer_id INTEGER, full_name VARCHAR(40), city VARCHAR(40))",
          "CREATE TABLE orders (order_id INTEGER, customer_id INTEGER, status VARCHAR(20), placed_on DATE, total DOUBLE PRECISION)",
          "CREATE TABLE payroll (person_id INTEGER, salary DOUBLE PRECISION)",
          "INSERT INTO customers VALUES (1, 'Ada', 'London'), (2, 'Eve', 'Paris')");

  private final Sources sources;
  private final QueryService queries;
  private final SqlFixer fixer;
  private final SqlExplainer explainer;

  AdviceHouse(Path folder, String engine) {
    this(folder, engine, SemanticModel.NONE);
  }

  AdviceHouse(Path folder, String engine, SemanticModel model) {
    TargetEngine target = Targets.named(engine, folder);
    TargetEngine.Target made = target.create(SOURCE);
    try (Connection connection = made.writer();
        Statement writer = connection.createStatement()) {
      for (String sql : TABLES) {
        writer.execute(sql);
      }
      writer.execute(
          "INSERT INTO orders VALUES (1, 1, 'open', %1$s, 10.5), (2, 1, 'shipped', %1$s, 20.0)"
              .formatted(target.literal(LocalDate.of(2025, 1, 2))));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    sources = new Sources(List.of(made.source(SOURCE)), List.of(target.factory()));
    AccessRules rules =
        new AccessRules(
            List.of(
                role("chief", Denials.NONE),
                role(
                    "clerk",
                    new Denials(Set.of(), Set.of(), Set.of("payroll"), Set.of("customers.city")))),
            List.of(),
            "");
    queries =
        new QueryService(sources, new Governor(() -> rules), ignored -> {}, Clock.systemUTC());
    fixer = new SqlFixer(queries, new CatalogService(sources, queries, Clock.systemUTC()));
    Meanings meanings = (caller, source) -> model;
    explainer = new SqlExplainer(queries, meanings);
  }

  private static Role role(String name, Denials denials) {
    return new Role(
        name,
        Set.of(Right.READ),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        denials);
  }

  FixSqlOutput fix(Caller caller, String sql) {
    return fixer.fix(new StatementAdviceInput(SOURCE, sql), Invocation.of(caller));
  }

  ExplainSqlOutput explain(Caller caller, String sql) {
    return explainer.explain(new StatementAdviceInput(SOURCE, sql), Invocation.of(caller));
  }

  List<List<Object>> rows(String sql) {
    return Rows.collect(queries.run(QueryRequest.of(CHIEF, SOURCE, sql))).rows();
  }

  @Override
  public void close() {
    queries.close();
    sources.close();
  }
}
