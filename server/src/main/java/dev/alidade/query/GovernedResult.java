package dev.alidade.query;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import dev.alidade.policy.GovernedSql;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A running result with the SQL that was governed; closing it ends the query and records it. */
public final class GovernedResult implements ResultStream {
  private final GovernedSql sql;
  private final ResultStream rows;
  private final Run run;
  private final long rowLimit;
  private long delivered;
  private boolean truncated;

  GovernedResult(GovernedSql sql, ResultStream rows, Run run, long rowLimit) {
    this.sql = sql;
    this.rows = rows;
    this.run = run;
    this.rowLimit = rowLimit;
  }

  /** What runs. */
  public GovernedSql sql() {
    return sql;
  }

  /** Whether rows were left out because of the limit; final when {@link #next} returned empty. */
  public boolean isTruncated() {
    return truncated;
  }

  /** How long it has been running. */
  public Duration elapsed() {
    return run.elapsed();
  }

  @Override
  public List<ResultColumn> columns() {
    return rows.columns();
  }

  @Override
  public Optional<Batch> next() {
    if (truncated) {
      return Optional.empty();
    }
    Optional<Batch> batch = run.guard(rows::next);
    if (batch.isEmpty()) {
      return batch;
    }
    long room = rowLimit - delivered;
    if (batch.get().rows() <= room) {
      delivered += batch.get().rows();
      run.delivered(delivered);
      return batch;
    }
    truncated = true;
    delivered += room;
    run.delivered(delivered);
    return room == 0 ? Optional.empty() : Optional.of(new FirstRows(batch.get(), (int) room));
  }

  @Override
  public void close() {
    try {
      rows.close();
    } finally {
      run.finish();
    }
  }

  private record FirstRows(Batch whole, int rows) implements Batch {
    @Override
    public Object value(int column, int row) {
      return whole.value(column, row);
    }

    @Override
    public boolean isNull(int column, int row) {
      return whole.isNull(column, row);
    }

    @Override
    public long longValue(int column, int row) {
      return whole.longValue(column, row);
    }

    @Override
    public double doubleValue(int column, int row) {
      return whole.doubleValue(column, row);
    }
  }
}
