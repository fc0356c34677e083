package dev.alidade.query;

import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.engine.Parameters;
import java.util.Objects;

/** A statement with all that decides whether and how it runs. */
public record QueryRequest(
    Caller caller,
    String source,
    String sql,
    Parameters parameters,
    QueryLimits limits,
    Cancellation cancellation) {
  public QueryRequest {
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(cancellation, "cancellation");
  }

  /** A statement without parameters under interactive limits. */
  public static QueryRequest of(Caller caller, String source, String sql) {
    return new QueryRequest(
        caller, source, sql, Parameters.NONE, QueryLimits.INTERACTIVE, Cancellation.never());
  }
}
