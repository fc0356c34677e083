package dev.alidade.engine.postgres;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.AccountRequest;
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
import dev.alidade.engine.postgres.gate.PostgresGate;
import dev.alidade.engine.postgres.grammar.PostgresParser;
import dev.alidade.policy.GovernedAccount;
import dev.alidade.policy.GovernedSql;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.Gate;
import dev.alidade.sql.TableName;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One database of a PostgreSQL server, or of one that speaks its protocol. */
final class PostgresEngine implements Engine {
  private static final ResultRules RESULT_RULES =
      new TypedRules(
          Set.of("int2", "int4", "int8", "numeric", "date"),
          Set.of("bool", "timestamp"),
          Set.of("text", "varchar"),
          Map.of("int8", 18, "numeric", 1_000),
          TypedRules.Nulls.GREATEST);
  private static final String EXPLAIN = "EXPLAIN (FORMAT JSON) ";
  private static final String MEASURE = "EXPLAIN (ANALYZE, FORMAT JSON) ";

  private final String source;
  private final String schema;
  private final boolean writable;
  private final PostgresKind kind;
  private final ServerConnections connections;
  private final PostgresDialect dialect = new PostgresDialect();
  private final PostgresGate gate;
  private final PostgresBinding binding = new PostgresBinding();
  private final CatalogMemory catalog;
  private final NameHints hints;
  private final PostgresAccounts accounts;
  private final PostgresFreshness freshness;

  /** Connects when it is first asked for something. */
  PostgresEngine(ServerSettings settings, String schema, Set<String> functions, boolean writable) {
    this.writable = writable;
    this.source = settings.source();
    this.schema = schema;
    this.kind = new PostgresKind(schema);
    this.connections = new ServerConnections(kind, settings);
    PostgresParser parser = PostgresParser.shared();
    parser.warmUp();
    this.gate = new PostgresGate(parser, schema, functions, new ServerFunctions(connections));
    this.catalog = new CatalogMemory(connections);
    this.hints = new NameHints(source, catalog::read);
    this.accounts = new PostgresAccounts(connections, kind, schema);
    this.freshness = new PostgresFreshness(connections, settings.hosts().size() > 1, functions);
  }

  @Override
  public Set<Capability> capabilities() {
    EnumSet<Capability> lacking =
        EnumSet.of(Capability.PRINTED_SQL, Capability.PROGRESS, Capability.FRESH_AT_ONCE);
    if (!writable) {
      lacking.add(Capability.WRITES);
    }
    return EnumSet.complementOf(lacking);
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
    return schema;
  }

  @Override
  public CatalogSnapshot readCatalog() {
    return catalog.read();
  }

  @Override
  public Optional<String> catalogVersion() {
    return Optional.of(catalog.version());
  }

  @Override
  public ResultStream execute(ExecutionRequest request) {
    return withTypes(request, bound -> connections.execute(request, bound));
  }

  @Override
  public WriteResult write(WriteRequest request) {
    if (!writable) {
      return Engine.super.write(request);
    }
    BoundText bound = binding.bind(request.sql(), request.parameters());
    try {
      return connections.write(request, bound);
    } catch (AlidadeException failure) {
      throw hints.explain(failure);
    }
  }

  @Override
  public List<String> accountStatements(GovernedAccount account) {
    return accounts.statements(account);
  }

  @Override
  public boolean provision(AccountRequest request) {
    if (!writable) {
      throw new AlidadeException(
          ErrorCode.NOT_SUPPORTED,
          "Source `%s` is only read; run the statements yourself, or set `writable: true` in its configuration"
              .formatted(source));
    }
    return accounts.provision(request);
  }

  @Override
  public PlanNode explain(ExecutionRequest request) {
    request.sql().checkFor(source);
    return withTypes(request, bound -> explain(request, bound));
  }

  @Override
  public PlanNode measure(ExecutionRequest request) {
    return withTypes(request, bound -> measure(request, bound));
  }

  @Override
  public Transaction begin(Cancellation cancellation) {
    Transaction transaction =
        connections.begin(
            cancellation, request -> binding.bind(request.sql(), request.parameters()));
    return new Explained(transaction);
  }

  @Override
  public Optional<String> version() {
    return freshness.version();
  }

  @Override
  public Optional<String> identity() {
    return freshness.identity();
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
    return connections
        .call(connection -> PostgresStatistics.read(connection, schema, table))
        .orElseThrow(
            () -> new AlidadeException(ErrorCode.TABLE_NOT_FOUND, hints.noTable(table.toString())));
  }

  @Override
  public ServerInfo server() {
    String words =
        connections.call(
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement("SELECT version()");
                  ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : "";
              }
            });
    String product = words.replaceFirst("(?s) .*", "");
    String version = words.replaceFirst("(?s)^\\D*", "").replaceFirst("(?s)[^0-9.].*", "");
    return new ServerInfo(product, version);
  }

  @Override
  public List<PoolState> pools() {
    return connections.pools();
  }

  @Override
  public void close() {
    connections.close();
  }

  private PlanNode explain(ExecutionRequest request, BoundText bound) {
    return connections.call(
        request.cancellation(),
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(EXPLAIN + bound.text())) {
            for (int index = 0; index < bound.values().size(); index++) {
              kind.bind(statement, index + 1, bound.values().get(index));
            }
            try (ResultSet row = statement.executeQuery()) {
              row.next();
              return PostgresPlan.read(row.getString(1));
            }
          }
        },
        failure -> PostgresErrors.translate(source, request.sql(), failure, EXPLAIN.length()));
  }

  private PlanNode measure(ExecutionRequest request, BoundText bound) {
    // Its failures point at the right character.
    explain(request, bound);
    // In a transaction that only reads, as the statement itself would run.
    try (ResultStream plan =
        connections.execute(request, new BoundText(MEASURE + bound.text(), bound.values()))) {
      return plan.next()
          .map(batch -> PostgresPlan.read((String) batch.value(0, 0)))
          .orElseThrow(
              () ->
                  new AlidadeException(
                      ErrorCode.ENGINE_FAILED, "The server printed no plan; try again"));
    }
  }

  /** Gives work the bound statement, and once more with types where the server could tell none. */
  private <T> T withTypes(ExecutionRequest request, Function<BoundText, T> work) {
    BoundText bound = binding.bind(request.sql(), request.parameters());
    try {
      return work.apply(bound);
    } catch (AlidadeException failure) {
      if (lacksType(failure) && PostgresBinding.hasUntyped(bound)) {
        return work.apply(PostgresBinding.typed(bound));
      }
      throw hints.explain(failure);
    }
  }

  private static boolean lacksType(AlidadeException failure) {
    return failure.getCause() instanceof SQLException cause
        && PostgresErrors.state(cause).equals(PostgresErrors.INDETERMINATE_TYPE);
  }

  /** A transaction whose failures name what was probably meant. */
  private final class Explained implements Transaction {
    private final Transaction transaction;

    Explained(Transaction transaction) {
      this.transaction = transaction;
    }

    @Override
    public ResultStream execute(ExecutionRequest request) {
      try {
        return transaction.execute(request);
      } catch (AlidadeException failure) {
        throw hints.explain(failure);
      }
    }

    @Override
    public void close() {
      transaction.close();
    }
  }
}
