package dev.alidade.caching;

import dev.alidade.query.GovernedResult;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;

/** Runs statements for those who will ask them. */
final class ReadAhead {
  private final QueryService queries;

  ReadAhead(QueryService queries) {
    this.queries = queries;
  }

  /** Reads all rows of a statement, which are kept where they may be. */
  void read(QueryRequest request) {
    try (GovernedResult result = queries.run(request)) {
      while (result.next().isPresent()) {
        request.cancellation().check();
      }
    }
  }
}
