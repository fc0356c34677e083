package dev.alidade.engine.mysql;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Batch;
import dev.alidade.engine.Capability;
import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Engine;
import dev.alidade.engine.ExecutionRequest;
import dev.alidade.engine.Freshness;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.PlanNode;
import dev.alidade.engine.PoolState;
import dev.alidade.engine.ResultRules;
import dev.alidade.engine.ResultStream;
import dev.alidade.engine.ServerInfo;
import dev.alidade.engine.TableStatistics;
import dev.alidade.engine.Transaction;
import dev.alidade.engine.TypedRules;
import dev.alidade.engine.WriteRequest;
import dev.alidade.engine.WriteResult;
import dev.alidade.engine.jdbc.BoundText;
import dev.alidade.engine.jdbc.ServerConnections;
import dev.alidade.engine.jdbc.ServerSettings;
import dev.alidade.engine.mysql.gate.MySqlGate;
import dev.alidade.policy.Governed;
import dev.alidade.policy.GovernedSql;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.Gate;
import dev.alidade.sql.TableName;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One database of a MySQL or MariaDB server. */
final class MySqlEngine implements Engine {
  // Dates are left out: one of all zeros comes as NULL.
  private static final ResultRules RESULT_RULES =
      new TypedRules(
          Set.of("tinyint", "smallint", "mediumint", "int", "integer", "bigint", "decimal"),
          Set.of(),
          Set.of(),
          Map.of("decimal", 60),
          TypedRules.Nulls.LEAST);
  private static final Set<Capability> CAPABILITIES =
      EnumSet.of(
          Capability.NAMED_PARAMETERS,
          Capability.EXPLAIN,
          Capability.SCHEMAS,
          Capability.VIEWS,
          Capability.COMMENTS,
          Capability.PRIMARY_KEYS,
          Capability.FOREIGN_KEYS,
          Capability.CANCEL,
          Capability.EXACT_DECIMAL,
          Capability.ERROR_POSITION,
          Capability.STATISTICS,
          Capability.TRANSACTIONS,
          Capability.CATALOG_VERSION);

  private final boolean writable;
  private final ServerConnections connections;
  private final SourceFacts facts;
  private final MySqlTypes types;
  private final Dialect dialect = new MySqlDialect();
  private final Gate gate;
  private final MySqlFreshness freshness;
  private final MySqlIdentity identity;

  MySqlEngine(ServerSettings settings, List<String> databases, MySqlTypes types, boolean writable) {
    this.types = types;
    this.writable = writable;
    LookedUpHints hints = new LookedUpHints();
    connections = new ServerConnections(new MySqlServer(new MySqlErrors(hints), types), settings);
    facts = new SourceFacts(connections, databases);
    hints.lookUpBy(connections, facts);
    gate = new MySqlGate(facts::names);
    freshness =
        new MySqlFreshness(
            connections, settings.hosts().size() > 1, () -> facts.databases(facts.known()));
    identity = new MySqlIdentity(connections, settings, types);
  }

  @Override
  public Set<Capability> capabilities() {
    EnumSet<Capability> capabilities = EnumSet.copyOf(CAPABILITIES);
    if (writable) {
      capabilities.add(Capability.WRITES);
    }
    return capabilities;
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
    return facts.known().database();
  }

  @Override
  public CatalogSnapshot readCatalog() {
    ServerFacts now = facts.refreshed();
    return connections.call(
        connection -> MySqlCatalog.read(connection, types, now.database(), facts.databases(now)));
  }

  @Override
  public Optional<String> catalogVersion() {
    ServerFacts now = facts.known();
    return Optional.of(
        connections.call(connection -> MySqlCatalog.version(connection, facts.databases(now))));
  }

  @Override
  public Optional<String> identity() {
    return identity.words();
  }

  @Override
  public Freshness freshness(GovernedSql sql, Parameters parameters) {
    return freshness.of(sql, parameters);
  }

  @Override
  public Optional<ResultRules> resultRules() {
    return Optional.of(RESULT_RULES);
  }

  @Override
  public TableStatistics statistics(TableName table) {
    ServerFacts now = facts.known();
    return connections.call(
        connection ->
            MySqlStatistics.read(
                connection,
                now.product().isMariaDb(),
                table.schema().orElse(now.database()),
                table.table()));
  }

  @Override
  public ResultStream execute(ExecutionRequest request) {
    return connections.execute(request, bound(request));
  }

  @Override
  public WriteResult write(WriteRequest request) {
    if (!writable) {
      return Engine.super.write(request);
    }
    return connections.write(request, bound(request.sql(), request.parameters()));
  }

  @Override
  public PlanNode explain(ExecutionRequest request) {
    BoundText bound = bound(request);
    BoundText asked = new BoundText("EXPLAIN FORMAT=JSON " + bound.text(), bound.values());
    try (ResultStream rows = connections.execute(request, asked)) {
      Batch batch =
          rows.next()
              .orElseThrow(
                  () ->
                      new AlidadeException(
                          ErrorCode.ENGINE_FAILED, "The server printed no plan; try again"));
      return MySqlPlan.read((String) batch.value(0, 0));
    }
  }

  @Override
  public Transaction begin(Cancellation cancellation) {
    return connections.begin(cancellation, this::bound);
  }

  @Override
  public ServerInfo server() {
    return connections.call(connection -> Product.of(connection).info());
  }

  @Override
  public List<PoolState> pools() {
    return connections.pools();
  }

  @Override
  public void close() {
    connections.close();
  }

  private BoundText bound(ExecutionRequest request) {
    return bound(request.sql(), request.parameters());
  }

  private BoundText bound(Governed sql, Parameters parameters) {
    SessionStatements.refuse(sql);
    return BoundText.of(sql.text(), dialect.lexicalRules(), parameters);
  }
}
