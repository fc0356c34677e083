package dev.alidade.query;

import dev.alidade.audit.Audit;
import dev.alidade.audit.QueryHistory;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.Deadlines;
import dev.alidade.base.ErrorCode;
import dev.alidade.cache.CacheOutcome;
import dev.alidade.cache.CacheQuestion;
import dev.alidade.cache.CachedRows;
import dev.alidade.cache.ResultCache;
import dev.alidade.engine.AccountRequest;
import dev.alidade.engine.Capability;
import dev.alidade.engine.Engine;
import dev.alidade.engine.ExecutionRequest;
import dev.alidade.engine.PlanNode;
import dev.alidade.engine.ResultStream;
import dev.alidade.engine.Sources;
import dev.alidade.engine.Table;
import dev.alidade.engine.WriteRequest;
import dev.alidade.engine.WriteResult;
import dev.alidade.policy.Access;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.GovernedAccount;
import dev.alidade.policy.GovernedSql;
import dev.alidade.policy.GovernedWrite;
import dev.alidade.policy.Governor;
import dev.alidade.policy.Standing;
import dev.alidade.policy.Verdict;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.LexicalRules;
import dev.alidade.sql.TableName;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/** The one way to run SQL; nothing else calls an engine's execute. */
public final class QueryService implements AutoCloseable {
  private static final Duration SWEEP = Duration.ofSeconds(1);
  private static final Planning PLAN = (engine, execution, bounds) -> engine.explain(execution);

  /** What gives the plan of a governed statement. */
  private interface Planning {
    PlanNode plan(Engine engine, ExecutionRequest execution, Bounds bounds);
  }

  /** Where rows may come from. */
  private enum Reading {
    KEPT_OR_FROM_SOURCE,
    FROM_SOURCE
  }

  private final Sources sources;
  private final Governor governor;
  private final QueryHistory history;
  private final Audit audit;
  private final Clock clock;
  private final Deadlines deadlines = new Deadlines();
  private final Shapes shapes;
  private final Turns turns;
  private final ResultCache cache;

  /** Runs on {@code sources} what {@code governor} lets pass, without an audit. */
  public QueryService(Sources sources, Governor governor, QueryHistory history, Clock clock) {
    this(sources, governor, history, event -> {}, clock, Concurrency.USUAL);
  }

  /** The same with other limits. */
  public QueryService(
      Sources sources, Governor governor, QueryHistory history, Clock clock, Concurrency limits) {
    this(sources, governor, history, event -> {}, clock, limits);
  }

  /** The same; nothing runs that {@code audit} could not record. */
  public QueryService(
      Sources sources,
      Governor governor,
      QueryHistory history,
      Audit audit,
      Clock clock,
      Concurrency limits) {
    this(sources, governor, history, audit, clock, limits, ResultCache.none());
  }

  /** The same; what {@code cache} keeps is not run again. */
  public QueryService(
      Sources sources,
      Governor governor,
      QueryHistory history,
      Audit audit,
      Clock clock,
      Concurrency limits,
      ResultCache cache) {
    this.sources = sources;
    this.governor = governor;
    this.history = history;
    this.audit = audit;
    this.clock = clock;
    this.cache = cache;
    this.shapes = new Shapes(sources);
    this.turns = new Turns(limits, clock);
    deadlines.every(SWEEP, turns::sweep);
    sources.whenChanged(
        source -> {
          shapes.forget(source);
          turns.forget(source);
          cache.forget(source);
        });
  }

  /** Starts a query; the caller closes the result. It ends where its caller may see less of it. */
  public GovernedResult run(QueryRequest request) {
    return run(request, governor, Reading.KEPT_OR_FROM_SOURCE);
  }

  /** The same as if these rules were in force. */
  public GovernedResult runUnder(AccessRules rules, QueryRequest request) {
    return run(request, governor.under(rules), Reading.KEPT_OR_FROM_SOURCE);
  }

  private GovernedResult run(QueryRequest request, Governor rules, Reading reading) {
    Standing standing = rules.standing(request.caller(), request.source());
    Governor now = rules.snapshot();
    Bounds bounds = boundsOf(request, now);
    Run run = new Run(request, bounds, history, audit, clock, deadlines);
    try {
      return run.guard(() -> start(request, bounds, run, now, standing, reading));
    } catch (RuntimeException | Error failure) {
      run.finish();
      throw failure;
    }
  }

  /** Where the rows of a statement would come from now, and why; nothing is executed. */
  public CacheOutcome explainCache(QueryRequest request) {
    return cache.explain(unasked(request));
  }

  /**
   * From now on the result of a statement stays, once it is kept, in the place of what had this
   * name before. Gives where its rows would come from now; nothing is executed.
   */
  public CacheOutcome pin(String name, QueryRequest request) {
    return cache.pin(name, unasked(request));
  }

  /** A statement as its caller may ask it, which nobody runs. */
  private CacheQuestion unasked(QueryRequest request) {
    EngineTarget target = target(request.caller(), request.source());
    GovernedSql sql = governor.govern(request.caller(), target, request.sql());
    Supplier<ResultStream> never =
        () -> {
          throw new IllegalStateException("nothing is executed");
        };
    return new CacheQuestion(
        sql,
        request.parameters(),
        target.engine(),
        request.limits().whole(),
        request.cancellation(),
        never,
        never);
  }

  /** What would happen to the statement; nothing is executed. */
  public Verdict check(Caller caller, String source, String sql) {
    return governor.judge(caller, target(caller, source), sql);
  }

  /** The same of a statement that is proposed for approval, whatever may run unapproved. */
  public Verdict checkProposal(Caller caller, String source, String sql) {
    return governor.judgeProposal(caller, target(caller, source), sql);
  }

  /** The engine's plan for the statement, as it would run. */
  public Explained explain(QueryRequest request) {
    return explain(request, governor, PLAN);
  }

  /**
   * The plan with the rows and the time of each step, for which the statement runs. Where policies
   * narrow it, both would tell of what they hide: there it is the plan alone.
   */
  public Explained measure(QueryRequest request) {
    return explain(
        request,
        governor,
        (engine, execution, bounds) -> {
          if (execution.sql().isNarrowed()) {
            return engine.explain(execution);
          }
          Turns.checkCost(bounds, engine, execution);
          return engine.measure(execution);
        });
  }

  /** The same as if these rules were in force. */
  public Explained explainUnder(AccessRules rules, QueryRequest request) {
    return explain(request, governor.under(rules), PLAN);
  }

  private Explained explain(QueryRequest request, Governor rules, Planning planning) {
    Standing standing = rules.standing(request.caller(), request.source());
    Governor now = rules.snapshot();
    Bounds bounds = boundsOf(request, now);
    Run run = new Run(request, bounds, history, audit, clock, deadlines);
    try {
      return run.guard(
          () -> {
            GovernedSql sql = govern(request, run, now);
            Engine engine = sources.engine(request.source());
            run.admitted(turns.enter(request, bounds, engine, run));
            PlanNode plan = planning.plan(engine, executionOf(request, sql, run), bounds);
            standing.check();
            run.end();
            return new Explained(sql, sql.isNarrowed() ? Discretion.of(plan) : plan);
          });
    } finally {
      run.finish();
    }
  }

  /** The write as it would run; fails where the caller may not run it. */
  public GovernedWrite governWrite(Caller caller, String source, String sql) {
    EngineTarget target = target(caller, source);
    if (!target.engine().capabilities().contains(Capability.WRITES)) {
      throw new AlidadeException(
          ErrorCode.NOT_SUPPORTED,
          "Source `%s` is only read; where list_engines shows the setting `writable`, `writable: true` in the configuration allows it"
              .formatted(source));
    }
    return governor.governWrite(caller, target, sql);
  }

  /** Runs a write; it stays if {@code keep} says so when it hears how many rows were touched. */
  public Written write(QueryRequest request, LongPredicate keep) {
    Bounds bounds = boundsOf(request, governor);
    Run run = new Run(request, bounds, history, audit, clock, deadlines);
    try {
      return run.guard(() -> write(request, bounds, run, keep));
    } finally {
      run.finish();
    }
  }

  private Written write(QueryRequest request, Bounds bounds, Run run, LongPredicate keep) {
    run.governed(governWrite(request.caller(), request.source(), request.sql()));
    Engine engine = sources.engine(request.source());
    run.admitted(turns.enter(request, bounds, engine, run));
    // The rules may have changed while it waited for its turn.
    GovernedWrite sql = governWrite(request.caller(), request.source(), request.sql());
    WriteResult result =
        engine.write(new WriteRequest(sql, request.parameters(), run.cancellation(), keep));
    run.delivered(result.rows(), 0);
    if (!result.kept()) {
      run.rolledBack();
    }
    run.end();
    return new Written(sql, result.rows(), result.kept());
  }

  /** What an account of a source's own database is to see in a caller's place. */
  public GovernedAccount account(Caller caller, String source, String name) {
    EngineTarget target = target(caller, source);
    List<TableName> tables =
        sources.schema(source).now().tables().stream().map(Table::name).toList();
    return governor.account(caller, target, name, tables);
  }

  /** The statements that make such an account in its source. */
  public List<String> accountStatements(GovernedAccount account) {
    return sources.engine(account.source()).accountStatements(account);
  }

  /** Makes such an account in its source, as {@link Engine#provision} says. */
  public boolean provision(AccountRequest request) {
    return sources.engine(request.account().source()).provision(request);
  }

  /** Whether a caller sees every row and column of a table. */
  public boolean seesWhole(Caller caller, String source, TableName table) {
    return governor.access(caller).source(source).allowed()
        && governor.seesWhole(caller, target(caller, source), table);
  }

  /** How a source's SQL is written. */
  public Dialect dialect(Caller caller, String source) {
    checkSource(caller, source);
    return sources.engine(source).dialect();
  }

  /**
   * Begins a transaction of the caller: statements that name its handle read one snapshot of the
   * source. It ends when it is idle for {@code idle}, or an hour after it began.
   */
  public OpenTransaction begin(
      Caller caller, String source, Duration idle, Cancellation cancellation) {
    checkSource(caller, source);
    Engine engine = sources.engine(source);
    return turns.begin(caller, source, engine, access(caller).limits(), idle, cancellation);
  }

  /** Ends a transaction of the caller; what still runs in it is stopped. */
  public void end(Caller caller, String transaction) {
    turns.end(caller, transaction);
  }

  /** What a caller may do and see. */
  public Access access(Caller caller) {
    return governor.access(caller);
  }

  /** What a caller sees of a source now, for what is kept of it. */
  public Standing standing(Caller caller, String source) {
    return governor.standing(caller, source);
  }

  /** Whether a source has transactions. */
  public boolean hasTransactions(Caller caller, String source) {
    checkSource(caller, source);
    return sources.engine(source).capabilities().contains(Capability.TRANSACTIONS);
  }

  /** What the tokens of a source's SQL are. */
  public LexicalRules lexicalRules(Caller caller, String source) {
    checkSource(caller, source);
    return sources.engine(source).dialect().lexicalRules();
  }

  @Override
  public void close() {
    turns.close();
    deadlines.close();
  }

  private GovernedResult start(
      QueryRequest request,
      Bounds bounds,
      Run run,
      Governor rules,
      Standing standing,
      Reading reading) {
    GovernedSql sql = govern(request, run, rules);
    Engine engine = sources.engine(request.source());
    ExecutionRequest execution = executionOf(request, sql, run);
    CachedRows rows =
        request.transaction().isPresent()
            ? CachedRows.fresh(
                turns.inTransaction(request, bounds, engine, execution, run),
                "Statements of a transaction read its own snapshot")
            : switch (reading) {
              case KEPT_OR_FROM_SOURCE ->
                  cache.rows(question(request, bounds, engine, execution, run));
              case FROM_SOURCE ->
                  CachedRows.fresh(
                      turns.alone(request, bounds, engine, execution, run), "It is read anew");
            };
    return new GovernedResult(sql, rows, run, bounds, standing);
  }

  private CacheQuestion question(
      QueryRequest request, Bounds bounds, Engine engine, ExecutionRequest execution, Run run) {
    return new CacheQuestion(
        execution.sql(),
        execution.parameters(),
        engine,
        request.limits().whole(),
        execution.cancellation(),
        () -> turns.alone(request, bounds, engine, execution, run),
        () -> anew(request));
  }

  /** Reads a statement for those who ask for it later. */
  private ResultStream anew(QueryRequest request) {
    return run(
        request.limitedTo(request.limits().inBackground()).stoppedBy(Cancellation.never()),
        governor,
        Reading.FROM_SOURCE);
  }

  private static Bounds boundsOf(QueryRequest request, Governor rules) {
    return new Bounds(request.limits(), rules.access(request.caller()).limits());
  }

  private GovernedSql govern(QueryRequest request, Run run, Governor rules) {
    EngineTarget target = target(request.caller(), request.source(), rules);
    GovernedSql sql = rules.govern(request.caller(), target, request.sql());
    run.governed(sql);
    return sql;
  }

  /** A source that the caller may read; to others it is unknown. */
  private EngineTarget target(Caller caller, String source) {
    return target(caller, source, governor);
  }

  private EngineTarget target(Caller caller, String source, Governor rules) {
    checkSource(caller, source, rules);
    return new EngineTarget(source, sources.engine(source), shapes);
  }

  /** Fails with SOURCE_NOT_FOUND where a caller may not read a source. */
  public void checkSource(Caller caller, String source) {
    checkSource(caller, source, governor);
  }

  private static void checkSource(Caller caller, String source, Governor rules) {
    if (!rules.access(caller).source(source).allowed()) {
      throw new AlidadeException(
          ErrorCode.SOURCE_NOT_FOUND,
          "No source `%s` that you may read; `list_sources` names those".formatted(source));
    }
  }

  private static ExecutionRequest executionOf(QueryRequest request, GovernedSql sql, Run run) {
    return new ExecutionRequest(sql, request.parameters(), run.cancellation(), request.progress());
  }
}
