package dev.alidade.ask.compile;

import dev.alidade.ask.plan.DrillAcrossPlan;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.sql.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts parts one above the other and adds them up by the dimensions that they share. */
final class DrillAcrossCompiler {
  private final Dialect dialect;
  private final PlanCompiler plans;

  DrillAcrossCompiler(Dialect dialect, PlanCompiler plans) {
    this.dialect = dialect;
    this.plans = plans;
  }

  String compile(DrillAcrossPlan plan) {
    List<String> dimensions =
        plan.parts().getFirst().outputs().subList(0, plan.dimensions()).stream()
            .map(Output::label)
            .toList();
    Set<String> columns = new LinkedHashSet<>(dimensions);
    for (SelectPlan part : plan.parts()) {
      part.outputs().forEach(output -> columns.add(output.label()));
    }
    ExpressionCompiler expressions =
        new ExpressionCompiler(
            dialect, false, plans::within, measure -> measure(measure, dimensions));
    List<String> lines = new ArrayList<>();
    lines.add(
        "SELECT "
            + plan.outputs().stream()
                .map(
                    output ->
                        expressions.expression(output.expression())
                            + " AS "
                            + dialect.quote(output.label()))
                .collect(Collectors.joining(", ")));
    lines.add("FROM (");
    lines.add(
        plan.parts().stream()
            .map(part -> plans.part(part, List.copyOf(columns)))
            .collect(Collectors.joining("\nUNION ALL\n")));
    lines.add(") AS parts");
    if (!dimensions.isEmpty()) {
      lines.add(
          "GROUP BY " + dimensions.stream().map(dialect::quote).collect(Collectors.joining(", ")));
    }
    plan.having().ifPresent(having -> lines.add("HAVING " + expressions.predicate(having)));
    PlanCompiler.order(plan.order(), expressions).ifPresent(lines::add);
    plan.limit().ifPresent(limit -> lines.add(dialect.limit(limit, 0)));
    return String.join("\n", lines);
  }

  private String measure(Expression.PartMeasure measure, List<String> dimensions) {
    String column = dialect.quote(measure.label());
    if (dimensions.contains(measure.label())) {
      return column;
    }
    // The other parts hold 0 here, which changes no sum.
    return "SUM(" + column + ")";
  }
}
