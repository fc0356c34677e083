package dev.alidade.advice;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.ErrorType;
import dev.alidade.catalog.CatalogService;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.Table;
import dev.alidade.operation.Invocation;
import dev.alidade.policy.Verdict;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.Reason;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Mends a statement that fails: tries other wordings, the likeliest first and those that change
 * less before those that change more. Each is checked and planned as its caller's; none runs.
 */
final class SqlFixer {
  private static final List<Repair> REPAIRS =
      List.of(
          new NameRepair(),
          new AmbiguityRepair(),
          new QuoteRepair(),
          new GroupRepair(),
          new FunctionRepair(),
          new PunctuationRepair(),
          new KeywordRepair(),
          new LiteralRepair(),
          new NullRepair());
  private static final int MOST_FIXES = 3;
  private static final int MOST_CHANGES = 3;
  private static final int MOST_TRIALS = 60;
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private final QueryService queries;
  private final CatalogService catalog;

  SqlFixer(QueryService queries, CatalogService catalog) {
    this.queries = queries;
    this.catalog = catalog;
  }

  /** A statement on the way to one that runs. */
  private record Step(String sql, List<String> changes, Problem problem) {
    Step changed(Proposal proposal, Problem next) {
      List<String> more = new ArrayList<>(changes);
      more.add(proposal.change());
      return new Step(proposal.sql(), more, next);
    }
  }

  FixSqlOutput fix(StatementAdviceInput input, Invocation invocation) {
    Dialect dialect = queries.dialect(invocation.caller(), input.source());
    List<Table> visible = catalog.knowledge(invocation.caller(), input.source()).tables();
    Optional<Problem> problem = problem(input.source(), input.sql(), invocation);
    if (problem.isEmpty()) {
      return runs(input, dialect, visible, invocation);
    }
    if (problem.get().code() == ErrorCode.NOT_READ_ONLY
        || problem.get().code().type() == ErrorType.RESOURCES) {
      return new FixSqlOutput(
          "No wording of it would help: " + problem.get().message(),
          problem.map(FixSqlOutput.Mistake::of),
          List.of());
    }
    List<FixSqlOutput.Fix> fixes = search(input, problem.get(), dialect, visible, invocation);
    String explanation =
        fixes.isEmpty()
            ? "The statement fails, and no small change that would make it run was found."
            : "The statement fails; %s would run. Whether it says what you mean is for you to judge."
                .formatted(fixes.size() == 1 ? "this one" : "each of these " + fixes.size());
    return new FixSqlOutput(explanation, problem.map(FixSqlOutput.Mistake::of), fixes);
  }

  private FixSqlOutput runs(
      StatementAdviceInput input, Dialect dialect, List<Table> visible, Invocation invocation) {
    List<FixSqlOutput.Fix> fixes = new ArrayList<>();
    for (Proposal proposal : NullRepair.of(new Draft(input.sql(), dialect, visible))) {
      if (problem(input.source(), proposal.sql(), invocation).isEmpty()) {
        fixes.add(fix(input.sql(), proposal.sql(), List.of(proposal.change())));
      }
    }
    return new FixSqlOutput(
        fixes.isEmpty()
            ? "The statement runs as it stands; there is nothing to fix."
            : "The statement runs, but a comparison with NULL is never true.",
        Optional.empty(),
        fixes);
  }

  private List<FixSqlOutput.Fix> search(
      StatementAdviceInput input,
      Problem problem,
      Dialect dialect,
      List<Table> visible,
      Invocation invocation) {
    long until = System.nanoTime() + LONGEST.toNanos();
    List<FixSqlOutput.Fix> fixes = new ArrayList<>();
    Set<String> seen = new HashSet<>(Set.of(input.sql()));
    Deque<Step> open = new ArrayDeque<>();
    open.add(new Step(input.sql(), List.of(), problem));
    int fewest = MOST_CHANGES;
    while (!open.isEmpty() && fixes.size() < MOST_FIXES) {
      Step step = open.poll();
      // Where one change is enough, two are a worse guess.
      if (step.changes().size() >= fewest) {
        break;
      }
      Site site = new Site(new Draft(step.sql(), dialect, visible), step.problem(), dialect);
      for (Repair repair : REPAIRS) {
        for (Proposal proposal : repair.proposals(site)) {
          boolean spent = seen.size() > MOST_TRIALS || System.nanoTime() > until;
          if (spent || fixes.size() >= MOST_FIXES || !seen.add(proposal.sql())) {
            continue;
          }
          Optional<Problem> left = problem(input.source(), proposal.sql(), invocation);
          if (left.isEmpty()) {
            fewest = Math.min(fewest, step.changes().size() + 1);
            Step done = step.changed(proposal, step.problem());
            fixes.add(fix(input.sql(), done.sql(), done.changes()));
          } else if (!left.get().equals(step.problem())) {
            open.add(step.changed(proposal, left.get()));
          }
        }
      }
    }
    return fixes;
  }

  private static FixSqlOutput.Fix fix(String before, String after, List<String> changes) {
    return new FixSqlOutput.Fix(after, changes, Diff.of(before, after));
  }

  /** Why a statement would not run; nothing of it is executed. */
  private Optional<Problem> problem(String source, String sql, Invocation invocation) {
    Verdict verdict = queries.check(invocation.caller(), source, sql);
    if (verdict.governed().isEmpty()) {
      Reason reason = verdict.reasons().getFirst();
      return Optional.of(new Problem(reason.code(), reason.message(), reason.location()));
    }
    try {
      queries.explain(
          new QueryRequest(
              invocation.caller(),
              source,
              sql,
              Parameters.NONE,
              QueryLimits.INTERACTIVE.within(LONGEST),
              invocation.cancellation()));
      return Optional.empty();
    } catch (AlidadeException failure) {
      if (failure.code() == ErrorCode.QUERY_CANCELLED
          || failure.code().type() == ErrorType.INTERNAL) {
        throw failure;
      }
      return Optional.of(new Problem(failure.code(), failure.getMessage(), failure.location()));
    }
  }
}
