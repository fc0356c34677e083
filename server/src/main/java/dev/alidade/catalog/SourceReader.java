package dev.alidade.catalog;

import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.engine.Batch;
import dev.alidade.engine.Parameters;
import dev.alidade.query.GovernedResult;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.sql.Dialect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one source on Alidade's own behalf, by the one way to run SQL. */
final class SourceReader {
  private final QueryService queries;
  private final String source;
  private final Dialect dialect;

  SourceReader(QueryService queries, String source, Dialect dialect) {
    this.queries = queries;
    this.source = source;
    this.dialect = dialect;
  }

  Dialect dialect() {
    return dialect;
  }

  /** All rows, as values of a batch. */
  List<List<Object>> read(String sql, Duration timeout) {
    QueryLimits limits = new QueryLimits(timeout, TextValueIndex.MOST_OF_COLUMN).inBackground();
    QueryRequest request =
        new QueryRequest(Caller.SYSTEM, source, sql, Parameters.NONE, limits, Cancellation.never());
    List<List<Object>> rows = new ArrayList<>();
    try (GovernedResult result = queries.run(request)) {
      int width = result.columns().size();
      for (Optional<Batch> batch = result.next(); batch.isPresent(); batch = result.next()) {
        for (int row = 0; row < batch.get().rows(); row++) {
          List<Object> values = new ArrayList<>(width);
          for (int column = 0; column < width; column++) {
            values.add(batch.get().value(column, row));
          }
          rows.add(values);
        }
      }
    }
    return rows;
  }

  /** The whole number that is the only cell of the result. */
  long number(String sql, Duration timeout) {
    return ((Number) read(sql, timeout).getFirst().getFirst()).longValue();
  }
}
