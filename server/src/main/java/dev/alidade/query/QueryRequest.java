package dev.alidade.query;

import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.Progress;
import java.util.Objects;
import java.util.Optional;

/**
 * A statement with all that decides whether and how it runs.
 *
 * @param transaction the handle of the transaction that it runs in
 * @param progress where its engine tells how far it is
 * @param question what was asked in words, where the statement answers that
 */
public record QueryRequest(
    Caller caller,
    String source,
    String sql,
    Parameters parameters,
    QueryLimits limits,
    Cancellation cancellation,
    Optional<String> transaction,
    Progress progress,
    Optional<String> question) {
  public QueryRequest {
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(cancellation, "cancellation");
    Objects.requireNonNull(transaction, "transaction");
    Objects.requireNonNull(progress, "progress");
    Objects.requireNonNull(question, "question");
  }

  /** A statement by itself, whose progress nobody watches. */
  public QueryRequest(
      Caller caller,
      String source,
      String sql,
      Parameters parameters,
      QueryLimits limits,
      Cancellation cancellation) {
    this(
        caller,
        source,
        sql,
        parameters,
        limits,
        cancellation,
        Optional.empty(),
        Progress.unwatched(),
        Optional.empty());
  }

  /** A statement without parameters under interactive limits. */
  public static QueryRequest of(Caller caller, String source, String sql) {
    return new QueryRequest(
        caller, source, sql, Parameters.NONE, QueryLimits.INTERACTIVE, Cancellation.never());
  }

  /** The same in a transaction, or by itself. */
  public QueryRequest in(Optional<String> handle) {
    return new QueryRequest(
        caller, source, sql, parameters, limits, cancellation, handle, progress, question);
  }

  /** The same, watched. */
  public QueryRequest watchedBy(Progress watcher) {
    return new QueryRequest(
        caller, source, sql, parameters, limits, cancellation, transaction, watcher, question);
  }

  /** The same under other limits. */
  public QueryRequest limitedTo(QueryLimits others) {
    return new QueryRequest(
        caller, source, sql, parameters, others, cancellation, transaction, progress, question);
  }

  /** The same, stopped by another signal. */
  public QueryRequest stoppedBy(Cancellation signal) {
    return new QueryRequest(
        caller, source, sql, parameters, limits, signal, transaction, progress, question);
  }

  /** The same, as the answer to a question. */
  public QueryRequest answering(String asked) {
    return new QueryRequest(
        caller,
        source,
        sql,
        parameters,
        limits,
        cancellation,
        transaction,
        progress,
        Optional.of(asked));
  }
}
