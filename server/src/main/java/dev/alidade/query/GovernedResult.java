package dev.alidade.query;

import dev.alidade.base.AlidadeException;
import dev.alidade.cache.CacheOutcome;
import dev.alidade.cache.CachedRows;
import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import dev.alidade.policy.GovernedSql;
import dev.alidade.policy.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A running result with the SQL that was governed; closing it ends the query and records it. */
public final class GovernedResult implements ResultStream {
  private final GovernedSql sql;
  private final ResultStream rows;
  private final CacheOutcome outcome;
  private final Run run;
  private final Portion portion;
  private final Standing standing;
  private Optional<CountedBatch> reading = Optional.empty();
  private long delivered;
  private long bytes;
  private boolean truncated;
  private boolean gathered;

  GovernedResult(GovernedSql sql, CachedRows rows, Run run, Bounds bounds, Standing standing) {
    this.sql = sql;
    this.rows = rows.rows();
    this.outcome = rows.outcome();
    this.run = run;
    this.portion = new Portion(bounds, this.rows.columns());
    this.standing = standing;
  }

  /** What runs. */
  public GovernedSql sql() {
    return sql;
  }

  /** Where its rows come from. */
  public CacheOutcome outcome() {
    return outcome;
  }

  /** When its rows were read, where the data may have changed since. */
  public Optional<Instant> asOf() {
    return outcome.mayBeOld() ? outcome.readAt() : Optional.empty();
  }

  /** Whether rows were left out because of a limit; final when {@link #next} returned empty. */
  public boolean isTruncated() {
    return truncated;
  }

  /** Why there is no more than this, where a limit of the caller is the reason. */
  Optional<AlidadeException> shortage() {
    return portion.reached().map(limit -> portion.tooLarge());
  }

  /** What its caller sees of the source. */
  Standing standing() {
    return standing;
  }

  /** How long it has been running. */
  public Duration elapsed() {
    return run.elapsed();
  }

  @Override
  public List<ResultColumn> columns() {
    reach();
    return rows.columns();
  }

  /**
   * Its reader gathers rows: none leaves before all are read, or {@link #leaves} is called. So what
   * was kept and needs nothing of its source is written to the audit once.
   */
  void gathered() {
    gathered = true;
  }

  /** What was gathered leaves from now on. */
  void leaves() {
    gathered = false;
    reach();
  }

  /** The audit knows of it before anything leaves, the names of its columns among it. */
  private void reach() {
    if (gathered) {
      return;
    }
    run.guard(
        () -> {
          run.begin();
          return true;
        });
  }

  @Override
  public Optional<Batch> next() {
    reach();
    count();
    Optional<Batch> batch = truncated ? Optional.empty() : run.guard(this::fetch);
    int taken = batch.isEmpty() ? 0 : run.guard(() -> portion.of(batch.get(), delivered, bytes));
    truncated = truncated || (batch.isPresent() && taken < batch.get().rows());
    if (taken == 0) {
      run.end();
      return Optional.empty();
    }
    delivered += taken;
    if (portion.isAllFixed() && taken == batch.get().rows()) {
      bytes += portion.fixedBytes(taken);
      run.delivered(delivered, bytes);
      return batch;
    }
    reading = Optional.of(new CountedBatch(batch.get(), taken));
    return Optional.of(reading.get());
  }

  @Override
  public void close() {
    count();
    try {
      rows.close();
    } finally {
      run.finish();
    }
  }

  /** Rows that were on their way while the rules changed do not arrive. */
  private Optional<Batch> fetch() {
    Optional<Batch> batch = rows.next();
    standing.check();
    return batch;
  }

  /** What was read of the last batch is known when the next one is asked for. */
  private void count() {
    if (reading.isPresent()) {
      bytes += portion.fixedBytes(reading.get().rows()) + reading.get().bytes();
      reading = Optional.empty();
    }
    run.delivered(delivered, bytes);
  }
}
