package dev.alidade.workbench;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Location;
import dev.alidade.engine.Parameters;
import dev.alidade.operation.Failure;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Operation;
import dev.alidade.policy.Verdict;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.query.Rows;
import dev.alidade.sql.LexicalRules;
import dev.alidade.sql.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the parts of a statement one by one, each governed by itself, and counts their rows. */
final class QueryDebugger {
  private static final int MOST_PARTS = 40;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final QueryService queries;
  private final Snapshots snapshots;

  QueryDebugger(QueryService queries) {
    this.queries = queries;
    this.snapshots = new Snapshots(queries);
  }

  Operation<DebugInput, DebugOutput> operation() {
    return Operation.named("debug_query", DebugInput.class, DebugOutput.class)
        .title("Debug a query")
        .description(
            "Runs the parts of a read-only statement by themselves and counts their rows: each "
                + "query that WITH names, each subquery, what FROM reads up to each join, what "
                + "WHERE lets pass, the whole. It shows where rows are lost or multiplied. A "
                + "subquery that names columns from around it does not run by itself; its step "
                + "says so.")
        .primary("sql")
        .examples(
            "debug-query \"SELECT c.name FROM orders o JOIN customers c ON c.customer_id = o.customer_id WHERE o.status = 'returned'\" --source shop")
        .handledBy(this::debug);
  }

  private DebugOutput debug(DebugInput input, Invocation invocation) {
    Verdict verdict = queries.check(invocation.caller(), input.source(), input.sql());
    if (verdict.governed().isEmpty()) {
      Reason first = verdict.reasons().getFirst();
      throw new AlidadeException(first.code(), first.message(), first.location(), null);
    }
    Parameters parameters = BoundValues.read(input.parameters());
    return snapshots.within(
        invocation,
        input.source(),
        LONGEST,
        snapshot -> run(input, parameters, snapshot, invocation));
  }

  private DebugOutput run(
      DebugInput input, Parameters parameters, Optional<String> snapshot, Invocation invocation) {
    LexicalRules rules = queries.lexicalRules(invocation.caller(), input.source());
    List<StatementPart> parts = StatementParts.of(input.sql(), rules);
    PartValues values = new PartValues(input.sql(), rules, parameters);
    long until = System.nanoTime() + LONGEST.toNanos();
    boolean cut = parts.size() > MOST_PARTS;
    // What is cut off is cut out before the whole, which is last.
    List<StatementPart> some = new ArrayList<>(cut ? parts.subList(0, MOST_PARTS - 1) : parts);
    if (cut) {
      some.add(parts.getLast());
    }
    List<DebugOutput.Step> steps = new ArrayList<>();
    for (StatementPart part : some) {
      invocation.cancellation().check();
      invocation.reached("part", Map.of("number", steps.size() + 1, "of", some.size()));
      Duration left = Duration.ofNanos(until - System.nanoTime());
      steps.add(step(part, input, values, snapshot, left, invocation));
    }
    return new DebugOutput(steps, snapshot.isPresent(), cut);
  }

  private DebugOutput.Step step(
      StatementPart part,
      DebugInput input,
      PartValues values,
      Optional<String> snapshot,
      Duration left,
      Invocation invocation) {
    if (!left.isPositive()) {
      return made(
          part, input, values, StatementState.SKIPPED, Optional.empty(), 0, Optional.empty());
    }
    QueryRequest request =
        new QueryRequest(
            invocation.caller(),
            input.source(),
            part.count(input.sql()),
            values.of(part),
            QueryLimits.INTERACTIVE.withRows(1).within(left),
            invocation.cancellation());
    try {
      Rows counted = Rows.collect(queries.run(request.in(snapshot)));
      long rows = Long.parseLong(counted.rows().getFirst().getFirst().toString());
      long elapsed = counted.elapsed().toMillis();
      return made(
          part, input, values, StatementState.DONE, Optional.of(rows), elapsed, Optional.empty());
    } catch (AlidadeException failure) {
      invocation.cancellation().check();
      // Places in a statement that nobody wrote would mislead.
      AlidadeException told = new AlidadeException(failure.code(), failure.getMessage());
      return made(
          part,
          input,
          values,
          StatementState.FAILED,
          Optional.empty(),
          0,
          Optional.of(Failure.of(told)));
    }
  }

  private static DebugOutput.Step made(
      StatementPart part,
      DebugInput input,
      PartValues values,
      StatementState state,
      Optional<Long> rows,
      long elapsed,
      Optional<Failure> error) {
    Location place = Location.of(input.sql(), part.at());
    return new DebugOutput.Step(
        part.kind(),
        part.label(),
        rows,
        state,
        part.depth(),
        place.line(),
        place.column(),
        part.rows(input.sql()),
        input.parameters().flatMap(given -> values.given(part, given)),
        elapsed,
        error);
  }
}
