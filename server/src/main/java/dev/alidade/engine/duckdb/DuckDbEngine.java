package dev.alidade.engine.duckdb;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Batch;
import dev.alidade.engine.Capability;
import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Engine;
import dev.alidade.engine.ExecutionRequest;
import dev.alidade.engine.PlanNode;
import dev.alidade.engine.ResultStream;
import dev.alidade.engine.ServerInfo;
import dev.alidade.engine.duckdb.gate.DuckDbGate;
import dev.alidade.engine.duckdb.gate.Preparation;
import dev.alidade.engine.duckdb.gate.PreparedText;
import dev.alidade.policy.GovernedSql;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.Gate;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** One DuckDB database, open for reading only. */
final class DuckDbEngine implements Engine {
  private static final int MOST_OPEN_RESULTS = 256;
  private static final Set<Capability> CAPABILITIES =
      Set.of(
          Capability.NAMED_PARAMETERS,
          Capability.EXPLAIN,
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
          Capability.FULL_OUTER_JOIN);

  private final OpenSource source;
  private final Dialect dialect = new DuckDbDialect();
  private final Gate gate;
  private final Preparation preparation;
  private final Semaphore openResults = new Semaphore(MOST_OPEN_RESULTS);
  private final AtomicBoolean closed = new AtomicBoolean();

  DuckDbEngine(OpenSource source) {
    this.source = source;
    gate = new DuckDbGate(source.grammar(), source.relations());
    preparation = new Preparation(source.grammar());
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
  public CatalogSnapshot readCatalog() {
    checkOpen();
    return source.catalog();
  }

  @Override
  public ResultStream execute(ExecutionRequest request) {
    return run(request, "");
  }

  @Override
  public PlanNode explain(ExecutionRequest request) {
    try (ResultStream rows = run(request, "EXPLAIN (FORMAT JSON) ")) {
      Batch batch = rows.next().orElseThrow();
      return PlanReader.read((String) batch.value(1, 0));
    } catch (JsonProcessingException unreadable) {
      throw new AlidadeException(
          ErrorCode.ENGINE_FAILED, "DuckDB printed a plan that cannot be read", unreadable);
    }
  }

  @Override
  public ServerInfo server() {
    checkOpen();
    return new ServerInfo("DuckDB", source.database().version());
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      source.close();
    }
  }

  private ResultStream run(ExecutionRequest request, String prefix) {
    checkOpen();
    GovernedSql sql = request.sql();
    if (!sql.source().equals(source.name())) {
      throw new AlidadeException(
          ErrorCode.SQL_DENIED,
          "The statement was governed for the source `%s`, not for `%s`"
              .formatted(sql.source(), source.name()));
    }
    Cancellation cancellation = request.cancellation();
    cancellation.check();
    if (!openResults.tryAcquire()) {
      throw new AlidadeException(
          ErrorCode.OVERLOADED,
          "%d results of `%s` are being read already; try again later"
              .formatted(MOST_OPEN_RESULTS, source.name()));
    }
    PreparedText prepared = preparation.prepare(sql.text());
    NativeQuery query =
        new NativeQuery(
            source.database(), prefix + prepared.text(), new ParameterNames(prepared.parameters()));
    QueryErrors errors =
        new QueryErrors(
            offset -> preparation.find(prepared.text(), sql.written(), offset - prefix.length()));
    return new RunningQuery(source.workers(), query, errors, cancellation, openResults::release)
        .start(request.parameters());
  }

  private void checkOpen() {
    if (closed.get()) {
      throw new AlidadeException(
          ErrorCode.SOURCE_UNAVAILABLE, "Source `%s` is closed".formatted(source.name()));
    }
  }
}
