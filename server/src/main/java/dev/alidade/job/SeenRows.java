package dev.alidade.job;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import dev.alidade.policy.Standing;
import java.util.List;
import java.util.Optional;

/** Kept rows that are read while their caller may see them, and no longer. */
record SeenRows(ResultStream rows, Standing standing) implements ResultStream {
  @Override
  public List<ResultColumn> columns() {
    return rows.columns();
  }

  @Override
  public Optional<Batch> next() {
    Optional<Batch> batch = rows.next();
    standing.check();
    return batch;
  }

  @Override
  public void close() {
    rows.close();
  }
}
