package dev.alidade.ask.model;

import dev.alidade.ask.Reading;
import dev.alidade.ask.SecondOpinion.Asked;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Parameters;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.query.Rows;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tries statements as their caller's, and finds out whether two of them say the same. */
final class Comparing {
  private static final QueryLimits LIMITS = new QueryLimits(Duration.ofSeconds(5), 500);

  private final QueryService queries;

  Comparing(QueryService queries) {
    this.queries = queries;
  }

  /** Whether the gate lets the statement through and the engine can plan it. */
  boolean canRun(Asked asked, String sql) {
    try {
      queries.explain(request(asked, sql));
      return true;
    } catch (AlidadeException refused) {
      if (refused.code() == ErrorCode.QUERY_CANCELLED) {
        throw refused;
      }
      return false;
    }
  }

  /** Whether both readings ask for the same: by their plans, or else by their rows. */
  boolean agree(Asked asked, Reading one, Reading other) {
    if (one.sql().equals(other.sql())
        || NormalForm.of(one.candidate().plan()).equals(NormalForm.of(other.candidate().plan()))) {
      return true;
    }
    Optional<List<String>> rows = rows(asked, one.sql());
    // Two questions that nothing fits are not the same question.
    return rows.isPresent() && !rows.get().isEmpty() && rows.equals(rows(asked, other.sql()));
  }

  /** All rows in any order; none where there are too many, or they take too long. */
  private Optional<List<String>> rows(Asked asked, String sql) {
    try {
      Rows rows = Rows.collect(queries.run(request(asked, sql)));
      return rows.truncated()
          ? Optional.empty()
          : Optional.of(rows.rows().stream().map(String::valueOf).sorted().toList());
    } catch (AlidadeException failed) {
      if (failed.code() == ErrorCode.QUERY_CANCELLED) {
        throw failed;
      }
      return Optional.empty();
    }
  }

  private static QueryRequest request(Asked asked, String sql) {
    return new QueryRequest(
            asked.invocation().caller(),
            asked.domain().knowledge().source(),
            sql,
            Parameters.NONE,
            LIMITS,
            asked.invocation().cancellation())
        .answering(asked.question());
  }
}
