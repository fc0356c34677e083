package dev.alidade.insight;

import dev.alidade.agreement.TargetEngine;
import dev.alidade.agreement.Targets;
import dev.alidade.ask.AskService;
import dev.alidade.ask.Experience;
import dev.alidade.ask.Planners;
import dev.alidade.ask.QuestionReader;
import dev.alidade.ask.build.BuiltInPlanner;
import dev.alidade.ask.build.Weights;
import dev.alidade.base.Caller;
import dev.alidade.catalog.CatalogService;
import dev.alidade.engine.Sources;
import dev.alidade.operation.Invocation;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Governor;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.query.Rows;
import dev.alidade.semantic.Meanings;
import dev.alidade.store.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A source whose data are looked at on New Year's Day of 2026. */
final class InsightHouse implements AutoCloseable {
  static final String SOURCE = "given";
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);

  private final Sources sources;
  private final QueryService queries;
  private final AskService asking;
  private final InsightService service;

  InsightHouse(Path folder, String engine, Function<Sales, List<String>> statements) {
    this(folder, engine, statements, Optional.empty());
  }

  InsightHouse(
      Path folder,
      String engine,
      Function<Sales, List<String>> statements,
      Optional<AccessRules> rules) {
    TargetEngine target = Targets.named(engine, folder);
    TargetEngine.Target made = target.create(SOURCE);
    try (Connection connection = made.writer();
        Statement writer = connection.createStatement()) {
      for (String sql : statements.apply(new Sales(target))) {
        writer.execute(sql);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    sources = new Sources(List.of(made.source(SOURCE)), List.of(target.factory()));
    Governor governor = rules.map(some -> new Governor(() -> some)).orElseGet(Governor::new);
    queries = new QueryService(sources, governor, ignored -> {}, CLOCK);
    CatalogService catalog = new CatalogService(sources, queries, CLOCK);
    asking =
        new AskService(
            sources,
            catalog,
            Meanings.UNKNOWN,
            queries,
            () -> new QuestionReader(new BuiltInPlanner(Weights.builtIn(), CLOCK)),
            Planners.ALONE,
            Experience.NONE,
            Database.open(folder.resolve("state")),
            CLOCK);
    service = new InsightService(queries, catalog, Meanings.UNKNOWN, asking, CLOCK);
  }

  InsightService service() {
    return service;
  }

  AskService asking() {
    return asking;
  }

  FindInsightsOutput find(String table) {
    return service.find(
        new FindInsightsInput(
            Optional.of(SOURCE),
            Optional.of(table),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(20)),
        Invocation.of(Caller.LOCAL));
  }

  FindInsightsOutput findInSql(String sql) {
    return service.find(FindInsightsInput.ofSql(SOURCE, sql), Invocation.of(Caller.LOCAL));
  }

  Rows rows(Caller caller, String sql) {
    return Rows.collect(queries.run(QueryRequest.of(caller, SOURCE, sql)));
  }

  @Override
  public void close() {
    queries.close();
    sources.close();
  }
}
