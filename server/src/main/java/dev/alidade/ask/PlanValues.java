package dev.alidade.ask;

import dev.alidade.ask.plan.ComparisonOperator;
import dev.alidade.ask.plan.DrillAcrossPlan;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Expression.ColumnUse;
import dev.alidade.ask.plan.Operand;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.SetPlan;
import dev.alidade.ask.plan.TableUse;
import dev.alidade.ask.plan.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The values that a plan names, each as a plan that finds one row which has it. Bounds and periods
 * are no values of a row.
 */
final class PlanValues {
  private final List<SelectPlan> probes = new ArrayList<>();
  private boolean whole = true;

  private PlanValues() {}

  /** Who finds a row with each of these knows every value; empty where a value is of no column. */
  static Optional<List<SelectPlan>> of(Plan plan) {
    PlanValues values = new PlanValues();
    values.collect(plan);
    return values.whole ? Optional.of(List.copyOf(values.probes)) : Optional.empty();
  }

  private void collect(Plan plan) {
    switch (plan) {
      case SelectPlan select -> new Scope(select.tables()).collect(select);
      case DrillAcrossPlan across -> {
        across.parts().forEach(this::collect);
        Scope outer = new Scope(List.of());
        across.outputs().forEach(output -> outer.collect(output.expression()));
        across.having().ifPresent(outer::collect);
      }
      case SetPlan set -> {
        collect(set.left());
        collect(set.right());
      }
    }
  }

  /** What stands among some tables. */
  private final class Scope {
    private final List<TableUse> tables;

    Scope(List<TableUse> tables) {
      this.tables = tables;
    }

    void collect(SelectPlan plan) {
      plan.outputs().forEach(output -> collect(output.expression()));
      plan.filter().ifPresent(this::collect);
      plan.groups().forEach(this::collect);
      plan.having().ifPresent(this::collect);
      plan.topPerGroup().ifPresent(top -> collect(top.by().expression()));
      plan.order().forEach(key -> collect(key.expression()));
    }

    private void collect(Expression expression) {
      switch (expression) {
        case Expression.Aggregate aggregate -> {
          aggregate.argument().ifPresent(this::collect);
          aggregate.where().ifPresent(this::collect);
        }
        case Expression.Arithmetic both -> {
          collect(both.left());
          collect(both.right());
        }
        case Expression.MetricUse metric -> collect(metric.formula());
        case Expression.AcrossRows across -> collect(across.measure());
        case ColumnUse column -> {}
        case Expression.PeriodOf period -> {}
        case Expression.PartOf part -> {}
        case Expression.Constant constant -> {}
        case Expression.PartMeasure measure -> {}
      }
    }

    private void collect(Predicate predicate) {
      switch (predicate) {
        case Predicate.Comparison comparison -> compared(comparison);
        case Predicate.TextMatch match ->
            probe(
                match.column(),
                new Predicate.TextMatch(
                    match.column(), match.match(), match.value(), false, Words.NONE));
        case Predicate.Member member -> PlanValues.this.collect(member.plan());
        case Predicate.AllOf all -> all.parts().forEach(this::collect);
        case Predicate.AnyOf any -> any.parts().forEach(this::collect);
        case Predicate.Between between -> collect(between.expression());
        case Predicate.InPeriod within -> {}
        case Predicate.Missing missing -> {}
      }
    }

    private void compared(Predicate.Comparison comparison) {
      collect(comparison.left());
      switch (comparison.right()) {
        case Operand.TextValue text -> equal(comparison.left(), text);
        case Operand.NumberValue number -> {
          if (isValue(comparison)) {
            equal(comparison.left(), number);
          }
        }
        case Operand.OtherExpression other -> collect(other.expression());
        case Operand.ScalarPlan scalar -> PlanValues.this.collect(scalar.plan());
        case Operand.TruthValue truth -> {}
      }
    }

    private static boolean isValue(Predicate.Comparison comparison) {
      boolean equal =
          comparison.operator() == ComparisonOperator.EQUAL
              || comparison.operator() == ComparisonOperator.NOT_EQUAL;
      return equal && comparison.left() instanceof ColumnUse;
    }

    private void equal(Expression left, Operand value) {
      if (left instanceof ColumnUse column) {
        probe(
            column, new Predicate.Comparison(column, ComparisonOperator.EQUAL, value, Words.NONE));
        return;
      }
      whole = false;
    }

    private void probe(ColumnUse column, Predicate holds) {
      Optional<TableUse> table =
          tables.stream().filter(use -> use.alias().equals(column.table())).findFirst();
      if (table.isEmpty()) {
        whole = false;
        return;
      }
      probes.add(
          new SelectPlan(
              List.of(new Output(column, "found")),
              false,
              List.of(table.get()),
              List.of(),
              Optional.of(holds),
              List.of(),
              Optional.empty(),
              Optional.empty(),
              List.of(),
              Optional.of(1L)));
    }
  }
}
