package dev.alidade.cache;

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
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import dev.alidade.engine.RowBatch;
import dev.alidade.engine.ServerInfo;
import dev.alidade.policy.GovernedSql;
import dev.alidade.policy.GovernedSqlMaker;
import dev.alidade.sql.DataType;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.Gate;
import dev.alidade.sql.TypeKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** An engine that says what a test tells it: how fresh its data are, and which rows it has. */
final class ToldEngine implements Engine {
  static final String SOURCE = "told";

  private final AtomicInteger runs = new AtomicInteger();
  private volatile Freshness freshness = new Freshness.Known("1", true);
  private volatile List<Object[]> rows = List.<Object[]>of(new Object[] {1L, "one"});
  private volatile Duration pause = Duration.ZERO;
  private volatile Duration pauseBeforeTelling = Duration.ZERO;
  private volatile boolean isServer;
  private volatile Optional<String> identity = Optional.of("the same database");
  private volatile Optional<ErrorCode> failure = Optional.empty();

  void isFresh(Freshness now) {
    freshness = now;
  }

  void has(List<Object[]> now) {
    rows = now;
  }

  void takes(Duration time) {
    pause = time;
  }

  void takesToTell(Duration time) {
    isServer = true;
    pauseBeforeTelling = time;
  }

  void is(Optional<String> database) {
    identity = database;
  }

  void fails(Optional<ErrorCode> how) {
    failure = how;
  }

  int runs() {
    return runs.get();
  }

  static GovernedSql governed(String sql) {
    return GovernedSqlMaker.forge(SOURCE, sql);
  }

  CacheQuestion question(String sql) {
    return question(sql, Parameters.NONE, false);
  }

  CacheQuestion question(String sql, Parameters parameters, boolean streamed) {
    GovernedSql governed = governed(sql);
    ExecutionRequest request = new ExecutionRequest(governed, parameters, Cancellation.never());
    return new CacheQuestion(
        governed,
        parameters,
        this,
        streamed,
        Cancellation.never(),
        () -> execute(request),
        () -> execute(request));
  }

  @Override
  public Freshness freshness(GovernedSql sql, Parameters parameters) {
    sleep(pauseBeforeTelling);
    return freshness;
  }

  @Override
  public Optional<String> identity() {
    return identity;
  }

  @Override
  public ResultStream execute(ExecutionRequest request) {
    runs.incrementAndGet();
    sleep(pause);
    failure.ifPresent(
        code -> {
          throw new AlidadeException(code, "It fails as it was told");
        });
    List<Object[]> given = new ArrayList<>(rows);
    return new ResultStream() {
      private int next;

      @Override
      public List<ResultColumn> columns() {
        return List.of(
            new ResultColumn("number", new DataType(TypeKind.INTEGER, "bigint")),
            new ResultColumn("name", new DataType(TypeKind.TEXT, "text")));
      }

      @Override
      public Optional<Batch> next() {
        return next < given.size()
            ? Optional.of(new RowBatch(List.<Object[]>of(given.get(next++))))
            : Optional.empty();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public Set<Capability> capabilities() {
    return isServer ? Set.of() : Set.of(Capability.FRESH_AT_ONCE);
  }

  @Override
  public Dialect dialect() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Gate gate() {
    throw new UnsupportedOperationException();
  }

  @Override
  public CatalogSnapshot readCatalog() {
    return new CatalogSnapshot(List.of(), List.of());
  }

  @Override
  public PlanNode explain(ExecutionRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ServerInfo server() {
    return new ServerInfo("told", "1");
  }

  @Override
  public void close() {}

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
