package dev.alidade.ask.verified;

import dev.alidade.ask.plan.DrillAcrossPlan;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Expression.ColumnUse;
import dev.alidade.ask.plan.Operand;
import dev.alidade.ask.plan.Ordering;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.SetPlan;
import dev.alidade.ask.plan.TableUse;
import dev.alidade.ask.plan.TopPerGroup;
import dev.alidade.sql.TableName;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The same plan with other constants. */
final class PlanExchange {
  private final Exchange exchange;
  private final Map<String, TableName> tables;

  private PlanExchange(Exchange exchange, Map<String, TableName> tables) {
    this.exchange = exchange;
    this.tables = tables;
  }

  /** Fails with an ArithmeticException where a limit would be no whole number. */
  static Plan of(Plan plan, Exchange exchange) {
    return switch (plan) {
      case SelectPlan select -> of(select, exchange);
      case SetPlan set ->
          new SetPlan(
              set.operator(),
              of(set.left(), exchange),
              of(set.right(), exchange),
              exchange.words(set.words()));
      case DrillAcrossPlan across -> {
        PlanExchange outer = new PlanExchange(exchange, Map.of());
        yield new DrillAcrossPlan(
            across.parts().stream().map(part -> of(part, exchange)).toList(),
            across.dimensions(),
            across.outputs().stream().map(outer::output).toList(),
            across.having().map(outer::predicate),
            across.order().stream().map(outer::ordering).toList(),
            across.limit().map(outer::whole));
      }
    };
  }

  private static SelectPlan of(SelectPlan plan, Exchange exchange) {
    Map<String, TableName> tables = new HashMap<>();
    plan.tables().forEach(use -> tables.put(use.alias(), use.table()));
    PlanExchange inner = new PlanExchange(exchange, tables);
    return new SelectPlan(
        plan.outputs().stream().map(inner::output).toList(),
        plan.distinct(),
        plan.tables().stream()
            .map(use -> new TableUse(use.alias(), use.table(), exchange.words(use.words())))
            .toList(),
        plan.joins(),
        plan.filter().map(inner::predicate),
        plan.groups().stream().map(inner::expression).toList(),
        plan.having().map(inner::predicate),
        plan.topPerGroup().map(inner::top),
        plan.order().stream().map(inner::ordering).toList(),
        plan.limit().map(inner::whole));
  }

  private long whole(long number) {
    return exchange.number(BigDecimal.valueOf(number)).longValueExact();
  }

  private TopPerGroup top(TopPerGroup top) {
    return new TopPerGroup(
        top.groups().stream().map(this::expression).toList(),
        ordering(top.by()),
        whole(top.count()),
        exchange.words(top.words()));
  }

  private Output output(Output output) {
    return new Output(expression(output.expression()), output.label());
  }

  private Ordering ordering(Ordering key) {
    return new Ordering(
        expression(key.expression()), key.descending(), exchange.words(key.words()));
  }

  private Expression expression(Expression expression) {
    return switch (expression) {
      case ColumnUse column -> column(column);
      case Expression.Aggregate aggregate ->
          new Expression.Aggregate(
              aggregate.function(),
              aggregate.distinct(),
              aggregate.argument().map(this::expression),
              aggregate.where().map(this::predicate),
              exchange.words(aggregate.words()));
      case Expression.PeriodOf period ->
          new Expression.PeriodOf(
              period.grain(), column(period.column()), exchange.words(period.words()));
      case Expression.PartOf part ->
          new Expression.PartOf(part.part(), column(part.column()), exchange.words(part.words()));
      case Expression.Constant constant ->
          new Expression.Constant(exchange.number(constant.value()));
      case Expression.Arithmetic both ->
          new Expression.Arithmetic(
              both.operator(),
              expression(both.left()),
              expression(both.right()),
              exchange.words(both.words()));
      case Expression.MetricUse metric ->
          new Expression.MetricUse(
              metric.metric(),
              new PlanExchange(exchange.withinMetric(), tables).expression(metric.formula()),
              exchange.words(metric.words()));
      case Expression.AcrossRows across ->
          new Expression.AcrossRows(
              across.across(),
              expression(across.measure()),
              across.by().stream().map(this::expression).toList(),
              exchange.words(across.words()));
      case Expression.PartMeasure measure ->
          new Expression.PartMeasure(measure.label(), exchange.words(measure.words()));
    };
  }

  private ColumnUse column(ColumnUse column) {
    return new ColumnUse(
        column.table(), column.column(), column.type(), exchange.words(column.words()));
  }

  private Predicate predicate(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Comparison comparison ->
          new Predicate.Comparison(
              expression(comparison.left()),
              comparison.operator(),
              operand(comparison.left(), comparison.right()),
              exchange.words(comparison.words()));
      case Predicate.Between between ->
          new Predicate.Between(
              expression(between.expression()),
              exchange.number(between.low()),
              exchange.number(between.high()),
              between.negated(),
              exchange.words(between.words()));
      case Predicate.TextMatch match ->
          new Predicate.TextMatch(
              column(match.column()),
              match.match(),
              text(match.column(), match.value()),
              match.negated(),
              exchange.words(match.words()));
      case Predicate.InPeriod within ->
          new Predicate.InPeriod(
              column(within.column()),
              exchange.period(within.period()),
              within.negated(),
              exchange.words(within.words()));
      case Predicate.Missing missing ->
          new Predicate.Missing(
              column(missing.column()), missing.negated(), exchange.words(missing.words()));
      case Predicate.Member member ->
          new Predicate.Member(
              column(member.column()),
              of(member.plan(), exchange),
              member.negated(),
              exchange.words(member.words()));
      case Predicate.AllOf all -> new Predicate.AllOf(predicates(all.parts()));
      case Predicate.AnyOf any -> new Predicate.AnyOf(predicates(any.parts()));
    };
  }

  private List<Predicate> predicates(List<Predicate> parts) {
    return parts.stream().map(this::predicate).toList();
  }

  private Operand operand(Expression left, Operand right) {
    return switch (right) {
      case Operand.TextValue value -> new Operand.TextValue(text(left, value.value()));
      case Operand.NumberValue value -> new Operand.NumberValue(exchange.number(value.value()));
      case Operand.TruthValue value -> value;
      case Operand.OtherExpression other ->
          new Operand.OtherExpression(expression(other.expression()));
      case Operand.ScalarPlan scalar -> new Operand.ScalarPlan(of(scalar.plan(), exchange));
    };
  }

  private String text(Expression left, String value) {
    return left instanceof ColumnUse column
        ? exchange.text(Optional.ofNullable(tables.get(column.table())), column.column(), value)
        : exchange.text(Optional.empty(), "", value);
  }
}
