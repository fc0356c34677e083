package dev.alidade.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows that were read, to be read once more. */
final class ReadRows implements ResultStream {
  private final List<ResultColumn> columns;
  private Optional<Batch> left;

  ReadRows(List<ResultColumn> columns, List<List<Object>> rows) {
    this.columns = List.copyOf(columns);
    List<Object[]> values = new ArrayList<>();
    rows.forEach(row -> values.add(row.toArray()));
    left = values.isEmpty() ? Optional.empty() : Optional.of(new RowBatch(values));
  }

  @Override
  public List<ResultColumn> columns() {
    return columns;
  }

  @Override
  public Optional<Batch> next() {
    Optional<Batch> batch = left;
    left = Optional.empty();
    return batch;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
