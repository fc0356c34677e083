package dev.alidade.engine.duckdb;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Batch;
import dev.alidade.engine.ExecutionRequest;
import dev.alidade.engine.PlanNode;
import dev.alidade.engine.ResultStream;
import dev.alidade.engine.duckdb.gate.Grammar;
import dev.alidade.engine.duckdb.gate.Preparation;
import dev.alidade.engine.duckdb.gate.PreparedText;
import dev.alidade.engine.duckdb.run.EngineQuery;
import dev.alidade.engine.duckdb.run.ParameterNames;
import dev.alidade.policy.GovernedSql;
import java.util.concurrent.Semaphore;

/** Runs governed statements, each where its ways lead it. */
final class Statements {
  private static final int MOST_OPEN_RESULTS = 256;
  private static final String EXPLAIN = "EXPLAIN (FORMAT JSON) ";
  private static final String MEASURE = "EXPLAIN (ANALYZE, FORMAT JSON) ";

  private final String source;
  private final Preparation preparation;
  private final Semaphore openResults = new Semaphore(MOST_OPEN_RESULTS);

  Statements(String source, Grammar grammar) {
    this.source = source;
    preparation = new Preparation(grammar);
  }

  /**
   * Runs a statement; {@code afterwards} runs once, when it holds nothing of the ways any more, be
   * it because it failed.
   */
  ResultStream run(Ways ways, ExecutionRequest request, Runnable afterwards) {
    RunningQuery query;
    try {
      PreparedText prepared = check(request);
      boolean mayTakeLong = request.progress().isWatched();
      Way way =
          ways.forStatement(prepared.text(), mayTakeLong, () -> plan(ways, request, prepared));
      query = query(way, request, prepared, "", afterwards);
    } catch (RuntimeException | Error failure) {
      afterwards.run();
      throw failure;
    }
    return query.start(request.parameters());
  }

  /** How the engine would run the statement. */
  PlanNode explain(Ways ways, ExecutionRequest request) {
    return plan(ways, request, check(request));
  }

  /** How the engine ran the statement. */
  PlanNode measure(Ways ways, ExecutionRequest request) {
    PreparedText prepared = check(request);
    Way way = ways.forStatement(prepared.text(), false, () -> plan(ways, request, prepared));
    return read(query(way, request, prepared, MEASURE, () -> {}), request);
  }

  private PlanNode plan(Ways ways, ExecutionRequest request, PreparedText prepared) {
    ExecutionRequest quiet =
        new ExecutionRequest(request.sql(), request.parameters(), request.cancellation());
    return read(query(ways.forPlans(), quiet, prepared, EXPLAIN, () -> {}), request);
  }

  private static PlanNode read(RunningQuery query, ExecutionRequest request) {
    try (ResultStream rows = query.start(request.parameters())) {
      Batch batch = rows.next().orElseThrow();
      return PlanReader.read((String) batch.value(1, 0));
    } catch (JsonProcessingException unreadable) {
      throw new AlidadeException(
          ErrorCode.ENGINE_FAILED, "DuckDB printed a plan that cannot be read", unreadable);
    }
  }

  private PreparedText check(ExecutionRequest request) {
    GovernedSql sql = request.sql();
    if (!sql.source().equals(source)) {
      throw new AlidadeException(
          ErrorCode.SQL_DENIED,
          "The statement was governed for the source `%s`, not for `%s`"
              .formatted(sql.source(), source));
    }
    request.cancellation().check();
    return preparation.prepare(sql.text());
  }

  private RunningQuery query(
      Way way,
      ExecutionRequest request,
      PreparedText prepared,
      String prefix,
      Runnable afterwards) {
    if (!openResults.tryAcquire()) {
      throw new AlidadeException(
          ErrorCode.OVERLOADED,
          "%d results of `%s` are being read already; try again later"
              .formatted(MOST_OPEN_RESULTS, source));
    }
    Cancellation cancellation = request.cancellation();
    EngineQuery query;
    try {
      ParameterNames names = new ParameterNames(prepared.parameters());
      query = way.query(prefix + prepared.text(), names, cancellation);
    } catch (RuntimeException | Error failure) {
      openResults.release();
      throw failure;
    }
    request.progress().measuredBy(query::progress);
    QueryErrors errors =
        new QueryErrors(
            offset ->
                preparation.find(
                    prepared.text(), request.sql().written(), offset - prefix.length()));
    Runnable released =
        () -> {
          openResults.release();
          afterwards.run();
        };
    return new RunningQuery(way.workers(), query, errors, cancellation, released);
  }
}
