package dev.alidade.ask.compile;

import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.ask.plan.DrillAcrossPlan;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Expression.Aggregate;
import dev.alidade.ask.plan.Expression.ColumnUse;
import dev.alidade.ask.plan.Join;
import dev.alidade.ask.plan.Operand;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.SetPlan;
import dev.alidade.ask.plan.TableUse;
import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.engine.Table;
import dev.alidade.sql.TypeKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges whether a plan makes sense on a source, whoever made it. */
public final class PlanValidator {
  private final SourceKnowledge knowledge;

  /** A judge for plans on this source. */
  public PlanValidator(SourceKnowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** What is wrong with the plan; empty where nothing is. */
  public List<PlanProblem> problems(Plan plan) {
    List<PlanProblem> problems = new ArrayList<>();
    check(plan, problems);
    return problems;
  }

  private void check(Plan plan, List<PlanProblem> problems) {
    switch (plan) {
      case SelectPlan select -> select(select, problems);
      case DrillAcrossPlan across -> across(across, problems);
      case SetPlan set -> {
        check(set.left(), problems);
        check(set.right(), problems);
        if (width(set.left()) != width(set.right())) {
          problems.add(
              new PlanProblem(
                  PlanProblem.Kind.DIFFERENT_OUTPUTS,
                  "Both sides of %s must show the same number of columns"
                      .formatted(set.operator())));
        }
      }
    }
  }

  private static int width(Plan plan) {
    return switch (plan) {
      case SelectPlan select -> select.outputs().size();
      case SetPlan set -> width(set.left());
      case DrillAcrossPlan across -> across.outputs().size();
    };
  }

  private void across(DrillAcrossPlan plan, List<PlanProblem> problems) {
    List<String> dimensions = labels(plan.parts().getFirst(), plan.dimensions());
    Set<String> known = new HashSet<>();
    for (SelectPlan part : plan.parts()) {
      check(part, problems);
      part.outputs().forEach(output -> known.add(output.label()));
      if (!labels(part, plan.dimensions()).equals(dimensions)) {
        problems.add(
            new PlanProblem(
                PlanProblem.Kind.DIFFERENT_OUTPUTS,
                "Each part must show the same %d dimensions first".formatted(plan.dimensions())));
      }
    }
    for (Output output : plan.outputs()) {
      for (String label : measures(output.expression())) {
        if (!known.contains(label)) {
          problems.add(
              new PlanProblem(
                  PlanProblem.Kind.UNKNOWN_COLUMN, "No part shows `%s`".formatted(label)));
        }
      }
    }
  }

  private static List<String> labels(SelectPlan part, int count) {
    return part.outputs().stream().limit(count).map(Output::label).toList();
  }

  private static List<String> measures(Expression expression) {
    return switch (expression) {
      case Expression.PartMeasure measure -> List.of(measure.label());
      case Expression.MetricUse metric -> measures(metric.formula());
      case Expression.AcrossRows across -> measures(across.measure());
      case Expression.Arithmetic arithmetic -> {
        List<String> both = new ArrayList<>(measures(arithmetic.left()));
        both.addAll(measures(arithmetic.right()));
        yield both;
      }
      case Expression.ColumnUse column -> List.of();
      case Expression.Aggregate aggregate -> List.of();
      case Expression.PeriodOf period -> List.of();
      case Expression.PartOf part -> List.of();
      case Expression.Constant constant -> List.of();
    };
  }

  private void select(SelectPlan plan, List<PlanProblem> problems) {
    joined(plan, problems);
    plan.outputs().forEach(output -> expression(output.expression(), plan, problems));
    plan.groups().forEach(group -> expression(group, plan, problems));
    plan.order().forEach(order -> expression(order.expression(), plan, problems));
    plan.filter().ifPresent(filter -> predicate(filter, plan, problems));
    plan.having().ifPresent(having -> predicate(having, plan, problems));
    grouped(plan, problems);
    multiplied(plan, problems);
  }

  private static void joined(SelectPlan plan, List<PlanProblem> problems) {
    Set<String> reached = new HashSet<>();
    reached.add(plan.tables().getFirst().alias());
    for (TableUse use : plan.tables().subList(1, plan.tables().size())) {
      boolean connected =
          plan.joins().stream()
              .anyMatch(join -> join.right().equals(use.alias()) && reached.contains(join.left()));
      if (!connected) {
        problems.add(
            new PlanProblem(
                PlanProblem.Kind.NOT_JOINED,
                "Nothing joins `%s` with the other tables".formatted(use.table())));
      }
      reached.add(use.alias());
    }
  }

  private void expression(Expression expression, SelectPlan plan, List<PlanProblem> problems) {
    switch (expression) {
      case ColumnUse column -> column(column, plan, problems);
      case Aggregate aggregate -> {
        aggregate.argument().ifPresent(argument -> expression(argument, plan, problems));
        aggregate.where().ifPresent(where -> predicate(where, plan, problems));
        if (aggregate.function().needsNumbers()
            && aggregate.argument().orElse(null) instanceof ColumnUse column
            && !canBeNumber(column)) {
          problems.add(
              new PlanProblem(
                  PlanProblem.Kind.TYPE_MISFIT,
                  "`%s` holds %s, which have no %s"
                      .formatted(
                          column.column(),
                          column.type().engineName(),
                          aggregate.function() == AggregateFunction.SUM ? "sum" : "average")));
        }
      }
      case Expression.PeriodOf period -> column(period.column(), plan, problems);
      case Expression.PartOf part -> column(part.column(), plan, problems);
      case Expression.Constant constant -> {}
      case Expression.Arithmetic arithmetic -> {
        expression(arithmetic.left(), plan, problems);
        expression(arithmetic.right(), plan, problems);
      }
      case Expression.MetricUse metric -> expression(metric.formula(), plan, problems);
      case Expression.AcrossRows across -> {
        expression(across.measure(), plan, problems);
        across.by().forEach(by -> expression(by, plan, problems));
      }
      case Expression.PartMeasure measure ->
          problems.add(
              new PlanProblem(
                  PlanProblem.Kind.UNKNOWN_COLUMN,
                  "`%s` is a measure of a part, and this plan has no parts"
                      .formatted(measure.label())));
    }
  }

  private static boolean canBeNumber(ColumnUse column) {
    TypeKind kind = column.type().kind();
    // Engines without strict types keep numbers in text columns.
    return kind.isNumeric() || kind == TypeKind.TEXT || kind == TypeKind.OTHER;
  }

  private void column(ColumnUse column, SelectPlan plan, List<PlanProblem> problems) {
    Optional<TableUse> use = plan.table(column.table());
    Optional<Table> table =
        use.flatMap(
            found ->
                knowledge.tables().stream()
                    .filter(known -> known.name().equals(found.table()))
                    .findFirst());
    if (table.isEmpty()) {
      problems.add(
          new PlanProblem(
              PlanProblem.Kind.UNKNOWN_TABLE,
              "No table `%s` for column `%s`".formatted(column.table(), column.column())));
      return;
    }
    if (table.get().column(column.column()).isEmpty()) {
      problems.add(
          new PlanProblem(
              PlanProblem.Kind.UNKNOWN_COLUMN,
              "No column `%s` in `%s`".formatted(column.column(), table.get().name())));
    }
  }

  private void predicate(Predicate predicate, SelectPlan plan, List<PlanProblem> problems) {
    switch (predicate) {
      case Predicate.Comparison comparison -> {
        expression(comparison.left(), plan, problems);
        if (comparison.right() instanceof Operand.ScalarPlan scalar) {
          check(scalar.plan(), problems);
        }
        if (comparison.right() instanceof Operand.OtherExpression other) {
          expression(other.expression(), plan, problems);
        }
      }
      case Predicate.Between between -> expression(between.expression(), plan, problems);
      case Predicate.TextMatch match -> column(match.column(), plan, problems);
      case Predicate.InPeriod within -> column(within.column(), plan, problems);
      case Predicate.Missing missing -> column(missing.column(), plan, problems);
      case Predicate.Member member -> {
        column(member.column(), plan, problems);
        check(member.plan(), problems);
      }
      case Predicate.AllOf all -> all.parts().forEach(part -> predicate(part, plan, problems));
      case Predicate.AnyOf any -> any.parts().forEach(part -> predicate(part, plan, problems));
    }
  }

  private static void grouped(SelectPlan plan, List<PlanProblem> problems) {
    boolean aggregates =
        !plan.measures().isEmpty() || !plan.groups().isEmpty() || plan.having().isPresent();
    if (!aggregates) {
      return;
    }
    for (Output output : plan.outputs()) {
      boolean known =
          output.expression().isAggregate()
              || plan.groups().stream().anyMatch(group -> same(group, output.expression()));
      if (!known) {
        problems.add(
            new PlanProblem(
                PlanProblem.Kind.NOT_GROUPED,
                "`%s` differs within a group; group by it or aggregate it"
                    .formatted(output.label())));
      }
    }
  }

  private static boolean same(Expression one, Expression other) {
    if (one instanceof ColumnUse left && other instanceof ColumnUse right) {
      return left.isSame(right);
    }
    return one.equals(other);
  }

  /** A sum or average over a table whose rows a join repeats counts them more than once. */
  private void multiplied(SelectPlan plan, List<PlanProblem> problems) {
    for (Output output : plan.measures()) {
      if (!(output.expression() instanceof Aggregate aggregate)
          || !aggregate.function().needsNumbers()
          || !plan.groups().isEmpty()
          || !(aggregate.argument().orElse(null) instanceof ColumnUse column)) {
        continue;
      }
      for (Join join : plan.joins()) {
        boolean repeats =
            join.left().equals(column.table())
                && plan.table(join.right()).map(use -> !isUnique(use, join)).orElse(false);
        if (repeats) {
          problems.add(
              new PlanProblem(
                  PlanProblem.Kind.MULTIPLIED_ROWS,
                  "Joining `%s` repeats rows of `%s`; ask for existence instead"
                      .formatted(join.right(), column.table())));
        }
      }
    }
  }

  private boolean isUnique(TableUse use, Join join) {
    return knowledge.tables().stream()
        .filter(table -> table.name().equals(use.table()))
        .anyMatch(table -> Set.copyOf(join.rightColumns()).containsAll(table.primaryKey()));
  }
}
