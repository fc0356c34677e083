package dev.alidade.query;

import dev.alidade.audit.QueryHistory;
import dev.alidade.base.Caller;
import dev.alidade.engine.Engine;
import dev.alidade.engine.ExecutionRequest;
import dev.alidade.engine.PlanNode;
import dev.alidade.engine.ResultStream;
import dev.alidade.engine.Sources;
import dev.alidade.policy.GovernedSql;
import dev.alidade.policy.Governor;
import dev.alidade.policy.Verdict;
import java.time.Clock;

/** The one way to run SQL; nothing else calls an engine's execute. */
public final class QueryService implements AutoCloseable {
  private final Sources sources;
  private final Governor governor;
  private final QueryHistory history;
  private final Clock clock;
  private final Deadlines deadlines = new Deadlines();

  /** Runs on {@code sources} what {@code governor} lets pass, and keeps it in {@code history}. */
  public QueryService(Sources sources, Governor governor, QueryHistory history, Clock clock) {
    this.sources = sources;
    this.governor = governor;
    this.history = history;
    this.clock = clock;
  }

  /** Starts a query; the caller closes the result. */
  public GovernedResult run(QueryRequest request) {
    Run run = new Run(request, history, clock, deadlines);
    try {
      return run.guard(() -> start(request, run));
    } catch (RuntimeException | Error failure) {
      run.finish();
      throw failure;
    }
  }

  /** What would happen to the statement; nothing is executed. */
  public Verdict check(Caller caller, String source, String sql) {
    return governor.judge(caller, source, sources.engine(source).gate(), sql);
  }

  /** The engine's plan for the statement, as it would run. */
  public Explained explain(QueryRequest request) {
    Run run = new Run(request, history, clock, deadlines);
    try {
      return run.guard(
          () -> {
            Engine engine = sources.engine(request.source());
            GovernedSql sql = govern(request, engine, run);
            PlanNode plan = engine.explain(executionOf(request, sql, run));
            return new Explained(sql, plan);
          });
    } finally {
      run.finish();
    }
  }

  @Override
  public void close() {
    deadlines.close();
  }

  private GovernedResult start(QueryRequest request, Run run) {
    Engine engine = sources.engine(request.source());
    GovernedSql sql = govern(request, engine, run);
    ResultStream rows = engine.execute(executionOf(request, sql, run));
    return new GovernedResult(sql, rows, run, request.limits().rows());
  }

  private GovernedSql govern(QueryRequest request, Engine engine, Run run) {
    GovernedSql sql =
        governor.govern(request.caller(), request.source(), engine.gate(), request.sql());
    run.governed(sql.text());
    return sql;
  }

  private static ExecutionRequest executionOf(QueryRequest request, GovernedSql sql, Run run) {
    return new ExecutionRequest(sql, request.parameters(), run.cancellation());
  }
}
