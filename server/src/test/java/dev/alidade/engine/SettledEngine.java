package dev.alidade.engine;

import dev.alidade.policy.GovernedSql;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.Gate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** An engine whose data nobody changes, which it tells at once. */
record SettledEngine(Engine engine) implements Engine {
  SettledEngine {
    Objects.requireNonNull(engine, "engine");
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.FRESH_AT_ONCE);
  }

  @Override
  public Freshness freshness(GovernedSql sql, Parameters parameters) {
    return switch (engine.freshness(sql, parameters)) {
      case Freshness.Changing changing -> changing;
      case Freshness.Known _, Freshness.Unknown _, Freshness.Unsettled _ ->
          new Freshness.Known("settled", true);
    };
  }

  @Override
  public Optional<ResultRules> resultRules() {
    return engine.resultRules();
  }

  @Override
  public Dialect dialect() {
    return engine.dialect();
  }

  @Override
  public Gate gate() {
    return engine.gate();
  }

  @Override
  public CatalogSnapshot readCatalog() {
    return engine.readCatalog();
  }

  @Override
  public ResultStream execute(ExecutionRequest request) {
    return engine.execute(request);
  }

  @Override
  public PlanNode explain(ExecutionRequest request) {
    return engine.explain(request);
  }

  @Override
  public ServerInfo server() {
    return engine.server();
  }

  @Override
  public void close() {
    engine.close();
  }
}
