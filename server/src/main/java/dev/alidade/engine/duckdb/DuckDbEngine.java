package dev.alidade.engine.duckdb;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
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
import dev.alidade.engine.Table;
import dev.alidade.engine.TableStatistics;
import dev.alidade.engine.Transaction;
import dev.alidade.engine.TypedRules;
import dev.alidade.engine.WriteRequest;
import dev.alidade.engine.WriteResult;
import dev.alidade.engine.duckdb.isolated.Replaced;
import dev.alidade.engine.duckdb.run.Database;
import dev.alidade.policy.GovernedSql;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.Gate;
import dev.alidade.sql.Inspection;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TableView;
import dev.alidade.sql.WriteInspection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.duckdb.DuckDBConnection;

/**
 * One DuckDB database, open for reading only, except while a write has it alone; another file in
 * its place is opened by itself.
 */
final class DuckDbEngine implements Engine {
  private static final ResultRules RESULT_RULES =
      new TypedRules(
          Set.of("tinyint", "smallint", "integer", "bigint", "date"),
          Set.of("boolean", "decimal", "hugeint", "timestamp"),
          Set.of("varchar"),
          Map.of("hugeint", 38, "decimal", 38),
          TypedRules.Nulls.LAST);
  private static final Set<Capability> CAPABILITIES =
      Set.of(
          Capability.NAMED_PARAMETERS,
          Capability.EXPLAIN,
          Capability.MEASURED_PLANS,
          Capability.SCHEMAS,
          Capability.VIEWS,
          Capability.COMMENTS,
          Capability.FOREIGN_KEYS,
          Capability.PRIMARY_KEYS,
          Capability.CANCEL,
          Capability.EXACT_DECIMAL,
          Capability.ZONED_TIMESTAMP,
          Capability.NESTED_TYPES,
          Capability.PRINTED_SQL,
          Capability.FULL_OUTER_JOIN,
          Capability.ERROR_POSITION,
          Capability.STATISTICS,
          Capability.TRANSACTIONS,
          Capability.PROGRESS,
          Capability.CATALOG_VERSION,
          Capability.FRESH_AT_ONCE);

  private final Editions editions;
  private final boolean writable;
  private final Set<Capability> capabilities;
  private final Statements statements;
  private final Dialect dialect = new DuckDbDialect();
  private final DuckDbFreshness freshness = new DuckDbFreshness();

  DuckDbEngine(Editions editions, boolean writable) {
    this.editions = editions;
    this.writable = writable;
    this.capabilities = capabilities(writable);
    statements = new Statements(editions.source(), editions.modes().grammar());
  }

  @Override
  public Set<Capability> capabilities() {
    return capabilities;
  }

  private static Set<Capability> capabilities(boolean writable) {
    EnumSet<Capability> capabilities = EnumSet.copyOf(CAPABILITIES);
    if (writable) {
      capabilities.add(Capability.WRITES);
    }
    return Set.copyOf(capabilities);
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public Gate gate() {
    return new Gate() {
      @Override
      public Inspection inspect(String sql) {
        return editions.known().gate().inspect(sql);
      }

      @Override
      public Inspection inspect(String sql, List<TableView> views) {
        return editions.known().gate().inspect(sql, views);
      }

      @Override
      public WriteInspection inspectWrite(String sql) {
        return editions.known().gate().inspectWrite(sql);
      }
    };
  }

  @Override
  public CatalogSnapshot readCatalog() {
    return editions.known().catalog();
  }

  @Override
  public Optional<String> version() {
    return Optional.of(editions.version());
  }

  @Override
  public Optional<String> catalogVersion() {
    return version();
  }

  @Override
  public Freshness freshness(GovernedSql sql, Parameters parameters) {
    return freshness.of(editions.known(), sql, parameters);
  }

  @Override
  public Optional<ResultRules> resultRules() {
    return Optional.of(RESULT_RULES);
  }

  @Override
  public ResultStream execute(ExecutionRequest request) {
    while (true) {
      Edition edition = editions.enter();
      try {
        return statements.run(edition.ways(), request, edition::leave);
      } catch (Replaced meanwhile) {
        // There is a newer edition by now.
        request.cancellation().check();
      }
    }
  }

  @Override
  public WriteResult write(WriteRequest request) {
    return writable ? new FileWriter(editions).write(request) : Engine.super.write(request);
  }

  @Override
  public PlanNode explain(ExecutionRequest request) {
    return within(edition -> statements.explain(edition.ways(), request));
  }

  @Override
  public PlanNode measure(ExecutionRequest request) {
    return within(edition -> statements.measure(edition.ways(), request));
  }

  @Override
  public TableStatistics statistics(TableName name) {
    return within(
        edition -> {
          Table table = find(edition.catalog(), name);
          Database database = edition.database();
          return editions
              .modes()
              .workers()
              .wide()
              .submit(() -> statistics(database, table))
              .job()
              .await();
        });
  }

  @Override
  public Transaction begin(Cancellation cancellation) {
    cancellation.check();
    return new DuckDbTransaction(editions, editions.enter(), statements, cancellation);
  }

  @Override
  public ServerInfo server() {
    return new ServerInfo("DuckDB", within(edition -> edition.database().version()));
  }

  @Override
  public List<PoolState> pools() {
    return editions.modes().pools();
  }

  @Override
  public void close() {
    editions.close();
  }

  private <T> T within(Function<Edition, T> work) {
    Edition edition = editions.enter();
    try {
      return work.apply(edition);
    } finally {
      edition.leave();
    }
  }

  private TableStatistics statistics(Database database, Table table) {
    try (DuckDBConnection connection = database.connect()) {
      return new StatisticsReader(connection, dialect).read(table);
    } catch (SQLException failure) {
      throw QueryErrors.ofOurOwn().translate(failure);
    }
  }

  private static Table find(CatalogSnapshot catalog, TableName name) {
    return catalog.tables().stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> names =
                  catalog.tables().stream().map(table -> table.name().toString()).toList();
              return new AlidadeException(
                  ErrorCode.TABLE_NOT_FOUND,
                  "Table `%s` not found%s".formatted(name, Nearest.hint(name.toString(), names)));
            });
  }
}
