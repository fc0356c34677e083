package dev.alidade.engine.trino;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.engine.Capability;
import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.ChangingWords;
import dev.alidade.engine.Engine;
import dev.alidade.engine.ExecutionRequest;
import dev.alidade.engine.Freshness;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.PlanNode;
import dev.alidade.engine.PoolState;
import dev.alidade.engine.ResultStream;
import dev.alidade.engine.ServerInfo;
import dev.alidade.engine.TableStatistics;
import dev.alidade.engine.jdbc.BoundText;
import dev.alidade.engine.jdbc.ServerConnections;
import dev.alidade.engine.trino.gate.TrinoGate;
import dev.alidade.policy.GovernedSql;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.Gate;
import dev.alidade.sql.LexicalRules;
import dev.alidade.sql.TableName;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/** One catalog of a Trino cluster. */
final class TrinoEngine implements Engine {
  /** Of the functions that a statement may call, those that go by more than the data. */
  static final Set<String> CHANGING =
      Set.of(
          "current_catalog",
          "current_date",
          "current_groups",
          "current_schema",
          "current_time",
          "current_timestamp",
          "current_timezone(",
          "current_user",
          "information_schema",
          "localtime",
          "localtimestamp",
          "now(",
          "rand(",
          "random(",
          "shuffle(",
          "system",
          "tablesample",
          "uuid(");

  private static final Set<Capability> CAPABILITIES =
      Set.of(
          Capability.NAMED_PARAMETERS,
          Capability.EXPLAIN,
          Capability.SCHEMAS,
          Capability.VIEWS,
          Capability.COMMENTS,
          Capability.CANCEL,
          Capability.EXACT_DECIMAL,
          Capability.ZONED_TIMESTAMP,
          Capability.NESTED_TYPES,
          Capability.PRINTED_SQL,
          Capability.FULL_OUTER_JOIN,
          Capability.ERROR_POSITION,
          Capability.STATISTICS,
          Capability.PROGRESS);

  private final TrinoSettings settings;
  private final TrinoKind kind;
  private final ServerConnections connections;
  private final TrinoDialect dialect = new TrinoDialect();
  private final ChangingWords changing = new ChangingWords(CHANGING);
  private final TrinoCatalog catalog;
  private final TrinoHints hints;
  private final TrinoGate gate;

  TrinoEngine(TrinoSettings settings) {
    this.settings = settings;
    this.kind = new TrinoKind(settings);
    this.connections = new ServerConnections(kind, settings.server());
    this.catalog = new TrinoCatalog(settings.names());
    this.hints = new TrinoHints(connections, catalog, settings.names());
    this.gate = new TrinoGate(settings.names());
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public Gate gate() {
    return gate;
  }

  @Override
  public String homeSchema() {
    return settings.names().schema().orElse("");
  }

  @Override
  public CatalogSnapshot readCatalog() {
    return call(catalog::read);
  }

  @Override
  public Freshness freshness(GovernedSql sql, Parameters parameters) {
    return changing
        .in(sql.text(), parameters, ChangingWords.Names.NONE)
        .map(ChangingWords::changing)
        .orElseGet(() -> Engine.super.freshness(sql, parameters));
  }

  @Override
  public ResultStream execute(ExecutionRequest request) {
    BoundText bound = bound(request);
    try {
      return ScopedValue.where(TrinoKind.PROGRESS, request.progress())
          .call(() -> connections.execute(request, bound));
    } catch (AlidadeException failure) {
      throw hints.of(failure, request.sql());
    }
  }

  @Override
  public PlanNode explain(ExecutionRequest request) {
    request.sql().checkFor(settings.server().source());
    String sql = "EXPLAIN (TYPE DISTRIBUTED, FORMAT JSON)\n" + TrinoLiterals.fill(bound(request));
    try {
      return connections.call(
          request.cancellation(),
          connection -> TrinoPlan.read(TrinoTexts.read(connection, sql).getFirst()),
          failure -> kind.translateExplained(settings.server().source(), request.sql(), failure));
    } catch (AlidadeException failure) {
      throw hints.of(failure, request.sql());
    }
  }

  @Override
  public TableStatistics statistics(TableName table) {
    String sql = "SHOW STATS FOR " + dialect.quote(table);
    return call(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet rows = statement.executeQuery(sql)) {
            return TrinoStatistics.read(rows);
          }
        });
  }

  @Override
  public ServerInfo server() {
    return new ServerInfo(
        "Trino", call(connection -> TrinoTexts.read(connection, "SELECT version()").getFirst()));
  }

  @Override
  public List<PoolState> pools() {
    return connections.pools();
  }

  @Override
  public void close() {
    connections.close();
    kind.close();
  }

  /** The printed text has a {@code ?} for each parameter that was written, in the same order. */
  private static BoundText bound(ExecutionRequest request) {
    BoundText written =
        BoundText.of(request.sql().written(), LexicalRules.STANDARD, request.parameters());
    return new BoundText(request.sql().text(), written.values());
  }

  private <T> T call(ServerConnections.Work<T> work) {
    return connections.call(
        Cancellation.never(), work, failure -> kind.translate(settings.server().source(), failure));
  }
}
