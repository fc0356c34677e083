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
  private static final int FIXED_WIDTH = 8;

  private final GovernedSql sql;
  private final ResultStream rows;
  private final Run run;
  private final long rowLimit;
  private final int fixed;
  private Optional<CountedBatch> reading = Optional.empty();
  private long delivered;
  private long bytes;
  private boolean truncated;

  GovernedResult(GovernedSql sql, ResultStream rows, Run run, long rowLimit) {
    this.sql = sql;
    this.rows = rows;
    this.run = run;
    this.rowLimit = rowLimit;
    this.fixed = (int) rows.columns().stream().filter(GovernedResult::isFixed).count();
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
    count();
    Optional<Batch> batch = truncated ? Optional.empty() : run.guard(rows::next);
    long room = rowLimit - delivered;
    truncated = truncated || (batch.isPresent() && batch.get().rows() > room);
    if (batch.isEmpty() || room == 0) {
      run.end();
      return Optional.empty();
    }
    int taken = (int) Math.min(room, batch.get().rows());
    delivered += taken;
    if (fixed == rows.columns().size() && taken == batch.get().rows()) {
      bytes += (long) taken * fixed * FIXED_WIDTH;
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

  /** What was read of the last batch is known when the next one is asked for. */
  private void count() {
    if (reading.isPresent()) {
      bytes += (long) reading.get().rows() * fixed * FIXED_WIDTH + reading.get().bytes();
      reading = Optional.empty();
    }
    run.delivered(delivered, bytes);
  }

  private static boolean isFixed(ResultColumn column) {
    return switch (column.type().kind()) {
      case TEXT, JSON, BINARY, INTERVAL, OTHER -> false;
      case BOOLEAN,
          INTEGER,
          DECIMAL,
          FLOAT,
          DATE,
          TIME,
          TIMESTAMP,
          TIMESTAMP_TZ,
          UUID,
          LIST,
          STRUCT,
          MAP ->
          true;
    };
  }
}
