package dev.alidade.workbench;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.engine.Parameters;
import dev.alidade.operation.Failure;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Operation;
import dev.alidade.policy.Governor;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.query.Rows;
import dev.alidade.sql.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the statements of a script in order, each governed by itself. */
final class ScriptRunner {
  private static final int MOST_STATEMENTS = 200;
  private static final int USUAL_ROWS = 100;
  private static final int MOST_ROWS = 1_000;
  private static final long MOST_CHARACTERS = 16L * 1024 * 1024;
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final QueryService queries;
  private final Snapshots snapshots;

  ScriptRunner(QueryService queries) {
    this.queries = queries;
    this.snapshots = new Snapshots(queries);
  }

  Operation<ScriptInput, ScriptOutput> operation() {
    return Operation.named("run_script", ScriptInput.class, ScriptOutput.class)
        .title("Run a script")
        .description(
            "Runs several read-only SQL statements in order and returns a few rows of each. "
                + "Where the source has transactions, all of them read one snapshot; the answer "
                + "says so. Statements that do not depend on each other run faster with query_many.")
        .primary("sql")
        .examples(
            "run-script \"SELECT count(*) FROM orders; SELECT max(order_date) FROM orders\" --source shop",
            "run-script -f report.sql --source shop --stop-on-error false")
        .handledBy(this::run);
  }

  private ScriptOutput run(ScriptInput input, Invocation invocation) {
    Script script = split(input, invocation.caller());
    return snapshots.within(
        invocation, input.source(), LONGEST, snapshot -> run(script, input, snapshot, invocation));
  }

  private Script split(ScriptInput input, Caller caller) {
    if (input.sql().length() > Governor.LONGEST_STATEMENT) {
      throw new AlidadeException(
          ErrorCode.REQUEST_TOO_LARGE,
          "The script has %,d characters; at most %,d are read"
              .formatted(input.sql().length(), Governor.LONGEST_STATEMENT));
    }
    int limit = input.limit().orElse(USUAL_ROWS);
    if (limit < 1 || limit > MOST_ROWS) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`limit` must be from 1 to %d; run a statement by itself with query for more rows"
              .formatted(MOST_ROWS));
    }
    Script script = Script.of(input.sql(), queries.lexicalRules(caller, input.source()));
    int size = script.statements().size();
    if (size == 0) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT, "The script has no statement; write at least one SELECT");
    }
    if (size > MOST_STATEMENTS) {
      throw new AlidadeException(
          ErrorCode.REQUEST_TOO_LARGE,
          "The script has %d statements; at most %d are run".formatted(size, MOST_STATEMENTS));
    }
    return script;
  }

  private ScriptOutput run(
      Script script, ScriptInput input, Optional<String> snapshot, Invocation invocation) {
    long until = System.nanoTime() + LONGEST.toNanos();
    List<ScriptOutput.StatementResult> results = new ArrayList<>();
    long room = MOST_CHARACTERS;
    int failed = 0;
    for (Script.Statement statement : script.statements()) {
      invocation.cancellation().check();
      if (failed > 0 && input.stopOnError().orElse(true)) {
        results.add(result(input, statement, StatementState.SKIPPED, Optional.empty()));
        continue;
      }
      invocation.reached(
          "statement", Map.of("number", results.size() + 1, "of", script.statements().size()));
      try {
        Duration left = Duration.ofNanos(Math.max(1, until - System.nanoTime()));
        Rows rows = rows(input, statement, snapshot, left, room, invocation);
        room = Math.max(0, room - sizeOf(rows));
        results.add(done(input, statement, rows));
      } catch (AlidadeException failure) {
        invocation.cancellation().check();
        failed++;
        results.add(
            result(
                input,
                statement,
                StatementState.FAILED,
                Optional.of(Failure.of(inScript(failure, input.sql(), statement)))));
      }
    }
    return new ScriptOutput(results, snapshot.isPresent(), failed);
  }

  private Rows rows(
      ScriptInput input,
      Script.Statement statement,
      Optional<String> snapshot,
      Duration left,
      long room,
      Invocation invocation) {
    QueryLimits limits =
        QueryLimits.INTERACTIVE.withRows(input.limit().orElse(USUAL_ROWS)).within(left);
    QueryRequest request =
        new QueryRequest(
            invocation.caller(),
            input.source(),
            statement.text(),
            Parameters.NONE,
            limits,
            invocation.cancellation());
    return Rows.collect(queries.run(request.in(snapshot)), room);
  }

  private static long sizeOf(Rows rows) {
    return rows.rows().stream()
        .flatMap(List::stream)
        .mapToLong(cell -> cell instanceof String text ? text.length() + 8 : 8)
        .sum();
  }

  /** The same failure at its place in the whole script. */
  private static AlidadeException inScript(
      AlidadeException failure, String script, Script.Statement statement) {
    Optional<Location> place =
        failure.location().map(at -> Location.of(script, statement.offset() + at.offset()));
    return new AlidadeException(failure.code(), failure.getMessage(), place, failure.getCause());
  }

  private static ScriptOutput.StatementResult done(
      ScriptInput input, Script.Statement statement, Rows rows) {
    return new ScriptOutput.StatementResult(
        lineOf(input, statement),
        statement.text(),
        StatementState.DONE,
        rows.columns(),
        rows.rows(),
        rows.truncated(),
        rows.elapsed().toMillis(),
        Optional.empty());
  }

  private static ScriptOutput.StatementResult result(
      ScriptInput input,
      Script.Statement statement,
      StatementState state,
      Optional<Failure> error) {
    return new ScriptOutput.StatementResult(
        lineOf(input, statement), statement.text(), state, List.of(), List.of(), false, 0, error);
  }

  private static int lineOf(ScriptInput input, Script.Statement statement) {
    return Location.of(input.sql(), statement.offset()).line();
  }
}
