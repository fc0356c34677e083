package dev.alidade.insight;

import dev.alidade.ask.compile.PlanCompiler;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.ErrorType;
import dev.alidade.engine.Parameters;
import dev.alidade.operation.Invocation;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.query.Rows;
import dev.alidade.sql.Dialect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks a subject in its caller's name, so many times and so long and no more. */
final class Probe {
  private static final int MOST_STATEMENTS = 60;
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final long MOST_ROWS = 1_000;

  private final QueryService queries;
  private final Invocation invocation;
  private final Subject subject;
  private final Dialect dialect;
  private final PlanCompiler compiler;
  private final long until = System.nanoTime() + LONGEST.toNanos();
  private final List<String> notes = new ArrayList<>();
  private int statements;
  private boolean spent;

  Probe(QueryService queries, Invocation invocation, Subject subject) {
    this.queries = queries;
    this.invocation = invocation;
    this.subject = subject;
    this.dialect = queries.dialect(invocation.caller(), subject.source());
    this.compiler = new PlanCompiler(dialect);
  }

  Dialect dialect() {
    return dialect;
  }

  int statements() {
    return statements;
  }

  List<String> notes() {
    return notes;
  }

  void note(String sentence) {
    if (!notes.contains(sentence)) {
      notes.add(sentence);
    }
  }

  /** The statement of a plan over the subject. */
  String written(SelectPlan plan) {
    return written(compiler.compile(plan));
  }

  /** A statement that reads the subject under its name. */
  String written(String sql) {
    return subject
        .body()
        .map(
            body ->
                "WITH %s AS (\n%s\n)\n%s"
                    .formatted(dialect.quote(subject.use().table()), body, sql))
        .orElse(sql);
  }

  /** What a statement gives; fails as the statement does. */
  Rows read(String sql, long mostRows) {
    long left = until - System.nanoTime();
    statements++;
    return Rows.collect(
        queries.run(
            new QueryRequest(
                invocation.caller(),
                subject.source(),
                sql,
                Parameters.NONE,
                QueryLimits.INTERACTIVE
                    .withRows(mostRows)
                    .within(Duration.ofNanos(Math.max(left, 1_000_000))),
                invocation.cancellation())));
  }

  /** What a statement gives; nothing where it fails or is one too many, which is noted. */
  Optional<Rows> tried(String sql) {
    if (spent || statements >= MOST_STATEMENTS || System.nanoTime() > until) {
      stop();
      return Optional.empty();
    }
    try {
      Rows rows = read(sql, MOST_ROWS);
      return rows.truncated() ? Optional.empty() : Optional.of(rows);
    } catch (AlidadeException failure) {
      if (failure.code() == ErrorCode.QUERY_CANCELLED
          || failure.code() == ErrorCode.ACCESS_CHANGED) {
        throw failure;
      }
      if (failure.code().type() == ErrorType.RESOURCES) {
        stop();
      } else {
        note("Part of it could not be looked at: " + failure.getMessage());
      }
      return Optional.empty();
    }
  }

  private void stop() {
    spent = true;
    note(
        "Not all was tested: it stopped after %d statements and at most %d seconds"
            .formatted(statements, LONGEST.toSeconds()));
  }
}
