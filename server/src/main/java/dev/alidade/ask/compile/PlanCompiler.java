package dev.alidade.ask.compile;

import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.ask.plan.DrillAcrossPlan;
import dev.alidade.ask.plan.Expression.Aggregate;
import dev.alidade.ask.plan.Expression.ColumnUse;
import dev.alidade.ask.plan.Join;
import dev.alidade.ask.plan.Ordering;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.SetPlan;
import dev.alidade.ask.plan.TableUse;
import dev.alidade.ask.plan.TopPerGroup;
import dev.alidade.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns a plan into SQL; the same plan always gives the same text. */
public final class PlanCompiler {
  private static final String RANK = "place_in_group";

  private final Dialect dialect;

  /** A compiler for one dialect. */
  public PlanCompiler(Dialect dialect) {
    this.dialect = dialect;
  }

  /** The SQL of a plan, on several lines. Groups that nobody ordered come in their usual order. */
  public String compile(Plan plan) {
    return switch (plan) {
      case SelectPlan select -> select(select, UsualOrder.of(select));
      case SetPlan set ->
          within(set.left()) + "\n" + set.operator().name() + "\n" + within(set.right());
      case DrillAcrossPlan across -> new DrillAcrossCompiler(dialect, this).compile(across);
    };
  }

  /** The SQL of a plan inside of another, where only an order that somebody wants counts. */
  String within(Plan plan) {
    return plan instanceof SelectPlan select ? select(select, select.order()) : compile(plan);
  }

  private String select(SelectPlan plan, List<Ordering> order) {
    ExpressionCompiler expressions = expressions(plan);
    if (plan.topPerGroup().isPresent()) {
      return topPerGroup(plan, plan.topPerGroup().get(), expressions);
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        (plan.distinct() ? "SELECT DISTINCT " : "SELECT ")
            + plan.outputs().stream()
                .map(output -> shown(output, expressions))
                .collect(Collectors.joining(", ")));
    lines.addAll(source(plan, expressions));
    groups(plan, expressions).ifPresent(lines::add);
    plan.having().ifPresent(having -> lines.add("HAVING " + expressions.predicate(having)));
    order(sortable(plan, order), expressions).ifPresent(lines::add);
    plan.limit().ifPresent(limit -> lines.add(dialect.limit(limit, 0)));
    return String.join("\n", lines);
  }

  private ExpressionCompiler expressions(SelectPlan plan) {
    return new ExpressionCompiler(
        dialect,
        plan.tables().size() > 1,
        this::within,
        measure -> {
          throw new IllegalArgumentException(
              "`%s` is a measure of a part, and this plan has none".formatted(measure.label()));
        });
  }

  /** A part of a plan that drills across, with the measures of the others left empty. */
  String part(SelectPlan plan, List<String> columns) {
    ExpressionCompiler expressions = expressions(plan);
    List<String> shown = new ArrayList<>();
    for (String column : columns) {
      shown.add(
          plan.outputs().stream()
                  .filter(output -> output.label().equals(column))
                  .findFirst()
                  .map(output -> expressions.expression(output.expression()))
                  .orElse("0")
              + " AS "
              + dialect.quote(column));
    }
    List<String> lines = new ArrayList<>();
    lines.add("SELECT " + String.join(", ", shown));
    lines.addAll(source(plan, expressions));
    groups(plan, expressions).ifPresent(lines::add);
    return String.join("\n", lines);
  }

  private static Optional<String> groups(SelectPlan plan, ExpressionCompiler expressions) {
    return plan.groups().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "GROUP BY "
                + plan.groups().stream()
                    .map(expressions::expression)
                    .collect(Collectors.joining(", ")));
  }

  private List<String> source(SelectPlan plan, ExpressionCompiler expressions) {
    List<String> lines = new ArrayList<>();
    lines.add("FROM " + table(plan.tables().getFirst()));
    for (TableUse use : plan.tables().subList(1, plan.tables().size())) {
      List<String> conditions = new ArrayList<>();
      for (Join join : plan.joins()) {
        if (join.right().equals(use.alias())) {
          for (int index = 0; index < join.leftColumns().size(); index++) {
            conditions.add(
                expressions.name(join.left(), join.leftColumns().get(index))
                    + " = "
                    + expressions.name(join.right(), join.rightColumns().get(index)));
          }
        }
      }
      lines.add("JOIN " + table(use) + " ON " + String.join(" AND ", conditions));
    }
    plan.filter().ifPresent(filter -> lines.add("WHERE " + expressions.predicate(filter)));
    return lines;
  }

  private String table(TableUse use) {
    String name = dialect.quote(use.table());
    boolean sameName = use.table().schema().isEmpty() && use.table().table().equals(use.alias());
    return sameName ? name : name + " AS " + dialect.quote(use.alias());
  }

  private String shown(Output output, ExpressionCompiler expressions) {
    String text = expressions.shown(output.expression());
    boolean named =
        output.expression() instanceof ColumnUse column && column.column().equals(output.label());
    return named ? text : text + " AS " + dialect.quote(output.label());
  }

  /**
   * The order of a plan. Of a column that differs within a group, the value that comes first in
   * that order stands for the group; most engines refuse the column itself.
   */
  private static List<Ordering> sortable(SelectPlan plan, List<Ordering> order) {
    if (plan.groups().isEmpty() && plan.measures().isEmpty() && plan.having().isEmpty()) {
      return order;
    }
    return order.stream().map(key -> isOfGroup(key, plan) ? key : extreme(key)).toList();
  }

  private static boolean isOfGroup(Ordering key, SelectPlan plan) {
    return key.expression().isAggregate()
        || !(key.expression() instanceof ColumnUse column)
        || plan.groups().stream()
            .anyMatch(group -> group instanceof ColumnUse other && other.isSame(column));
  }

  private static Ordering extreme(Ordering key) {
    AggregateFunction function =
        key.descending() ? AggregateFunction.MAXIMUM : AggregateFunction.MINIMUM;
    return new Ordering(
        new Aggregate(function, false, Optional.of(key.expression()), key.words()),
        key.descending(),
        key.words());
  }

  static Optional<String> order(List<Ordering> order, ExpressionCompiler expressions) {
    if (order.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "ORDER BY " + order.stream().map(expressions::sortKey).collect(Collectors.joining(", ")));
  }

  private String topPerGroup(SelectPlan plan, TopPerGroup top, ExpressionCompiler expressions) {
    List<String> names = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    for (int index = 0; index < plan.outputs().size(); index++) {
      String name =
          dialect.quote(
              plan.outputs().get(index).label() + (isRepeated(plan, index) ? "_" + index : ""));
      names.add(name);
      shown.add(expressions.shown(plan.outputs().get(index).expression()) + " AS " + name);
    }
    String groups =
        top.groups().stream().map(expressions::expression).collect(Collectors.joining(", "));
    shown.add(
        "RANK() OVER (PARTITION BY %s %s) AS %s"
            .formatted(
                groups, order(List.of(top.by()), expressions).orElseThrow(), dialect.quote(RANK)));
    List<String> lines = new ArrayList<>();
    lines.add("SELECT " + String.join(", ", names));
    lines.add("FROM (");
    lines.add("SELECT " + String.join(", ", shown));
    lines.addAll(source(plan, expressions));
    groups(plan, expressions).ifPresent(lines::add);
    plan.having().ifPresent(having -> lines.add("HAVING " + expressions.predicate(having)));
    lines.add(") AS ranked");
    lines.add("WHERE " + dialect.quote(RANK) + " <= " + top.count());
    return String.join("\n", lines);
  }

  private static boolean isRepeated(SelectPlan plan, int index) {
    String label = plan.outputs().get(index).label();
    return plan.outputs().subList(0, index).stream()
        .anyMatch(before -> before.label().equals(label));
  }
}
