package dev.alidade.ask.compile;

import dev.alidade.ask.plan.AcrossKind;
import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Operand;
import dev.alidade.ask.plan.Ordering;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.sql.DatePart;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.TypeKind;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the expressions and predicates of one SELECT. */
final class ExpressionCompiler {
  private final Dialect dialect;
  private final boolean qualified;
  private final Function<Plan, String> plans;
  private final Function<Expression.PartMeasure, String> measures;

  ExpressionCompiler(
      Dialect dialect,
      boolean qualified,
      Function<Plan, String> plans,
      Function<Expression.PartMeasure, String> measures) {
    this.dialect = dialect;
    this.qualified = qualified;
    this.plans = plans;
    this.measures = measures;
  }

  String name(String alias, String column) {
    return qualified ? dialect.quote(alias) + "." + dialect.quote(column) : dialect.quote(column);
  }

  /** An expression as people read it. */
  String shown(Expression expression) {
    return expression instanceof Expression.PartOf part && part.part() == DatePart.DAY_OF_WEEK
        ? weekday(expression(part))
        : expression(expression);
  }

  private String weekday(String number) {
    StringBuilder names = new StringBuilder("CASE ").append(number);
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      names.append(" WHEN ").append(day.getValue()).append(" THEN ").append(dialect.literal(name));
    }
    return names.append(" END").toString();
  }

  String expression(Expression expression) {
    return switch (expression) {
      case Expression.ColumnUse column -> name(column.table(), column.column());
      case Expression.Aggregate aggregate -> aggregate(aggregate);
      case Expression.PeriodOf period ->
          dialect.truncate(period.grain(), expression(period.column()), period.column().type());
      case Expression.PartOf part ->
          dialect.extract(part.part(), expression(part.column()), part.column().type());
      case Expression.Constant constant -> constant.value().toPlainString();
      case Expression.Arithmetic arithmetic -> arithmetic(arithmetic);
      case Expression.MetricUse metric -> expression(metric.formula());
      case Expression.AcrossRows across -> across(across);
      case Expression.PartMeasure measure -> measures.apply(measure);
    };
  }

  private String arithmetic(Expression.Arithmetic arithmetic) {
    String left = operand(arithmetic.left());
    String right = operand(arithmetic.right());
    return switch (arithmetic.operator()) {
      case PLUS -> left + " + " + right;
      case MINUS -> left + " - " + right;
      case TIMES -> left + " * " + right;
      case DIVIDED_BY ->
          dialect.toDouble(expression(arithmetic.left()))
              + " / NULLIF("
              + expression(arithmetic.right())
              + ", 0)";
    };
  }

  private String operand(Expression expression) {
    String text = expression(expression);
    Expression inner =
        expression instanceof Expression.MetricUse metric ? metric.formula() : expression;
    return inner instanceof Expression.Arithmetic ? "(" + text + ")" : text;
  }

  private String across(Expression.AcrossRows across) {
    String measure = operand(across.measure());
    if (across.across() == AcrossKind.SHARE) {
      return "100.0 * " + measure + " / NULLIF(SUM(" + measure + ") OVER (), 0)";
    }
    String order =
        across.by().stream()
            .map(this::expression)
            .collect(Collectors.joining(", ", "ORDER BY ", ""));
    String before = "LAG(" + measure + ") OVER (" + order + ")";
    return switch (across.across()) {
      case SHARE, RUNNING_TOTAL -> "SUM(" + measure + ") OVER (" + order + ")";
      case CHANGE -> measure + " - " + before;
      case PERCENT_CHANGE ->
          "100.0 * (" + measure + " - " + before + ") / NULLIF(" + before + ", 0)";
    };
  }

  private String aggregate(Expression.Aggregate aggregate) {
    if (aggregate.argument().isEmpty()) {
      return aggregate
          .where()
          .map(where -> "COUNT(CASE WHEN " + predicate(where) + " THEN 1 END)")
          .orElse("COUNT(*)");
    }
    String argument = expression(aggregate.argument().get());
    // Engines without strict types keep numbers in text columns; the others would refuse these.
    if (aggregate.function().needsNumbers() && isText(aggregate.argument().get())) {
      argument = dialect.toDouble(argument);
    }
    if (aggregate.where().isPresent()) {
      argument = "CASE WHEN " + predicate(aggregate.where().get()) + " THEN " + argument + " END";
    }
    if (aggregate.function() == AggregateFunction.AVERAGE && !aggregate.distinct()) {
      return dialect.average(argument);
    }
    return name(aggregate.function())
        + (aggregate.distinct() ? "(DISTINCT " : "(")
        + argument
        + ")";
  }

  private static boolean isText(Expression expression) {
    return expression instanceof Expression.ColumnUse column
        && column.type().kind() == TypeKind.TEXT;
  }

  private static String name(AggregateFunction function) {
    return switch (function) {
      case COUNT -> "COUNT";
      case SUM -> "SUM";
      case AVERAGE -> "AVG";
      case MINIMUM -> "MIN";
      case MAXIMUM -> "MAX";
    };
  }

  String predicate(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Comparison comparison -> comparison(comparison);
      case Predicate.Between between ->
          expression(between.expression())
              + (between.negated() ? " NOT BETWEEN " : " BETWEEN ")
              + number(between.low(), between.expression())
              + " AND "
              + number(between.high(), between.expression());
      case Predicate.TextMatch match -> match(match);
      case Predicate.InPeriod within -> period(within);
      case Predicate.Missing missing ->
          expression(missing.column()) + (missing.negated() ? " IS NOT NULL" : " IS NULL");
      case Predicate.Member member ->
          expression(member.column())
              + (member.negated() ? " NOT IN (" : " IN (")
              + plans.apply(member.plan()).replace("\n", " ")
              + ")";
      case Predicate.AllOf all -> joined(all.parts(), " AND ");
      case Predicate.AnyOf any -> joined(any.parts(), " OR ");
    };
  }

  private String comparison(Predicate.Comparison comparison) {
    String right =
        comparison.right() instanceof Operand.NumberValue number
            ? number(number.value(), comparison.left())
            : operand(comparison.right());
    return expression(comparison.left()) + " " + comparison.operator().symbol() + " " + right;
  }

  /** Engines with strict types compare a text with a text only; the others do so unasked. */
  private String number(BigDecimal value, Expression comparedWith) {
    String text = value.toPlainString();
    return isText(comparedWith) ? dialect.literal(text) : text;
  }

  /** One key of an order. */
  String sortKey(Ordering key) {
    String text = expression(key.expression());
    boolean always =
        key.expression() instanceof Expression.Aggregate aggregate
            && aggregate.function() == AggregateFunction.COUNT;
    return always
        ? text + (key.descending() ? " DESC" : " ASC")
        : dialect.sortKey(text, key.descending());
  }

  private String joined(List<Predicate> parts, String word) {
    return parts.stream()
        .map(
            part ->
                part instanceof Predicate.AnyOf || part instanceof Predicate.AllOf
                    ? "(" + predicate(part) + ")"
                    : predicate(part))
        .collect(Collectors.joining(word));
  }

  private String operand(Operand operand) {
    return switch (operand) {
      case Operand.TextValue text -> dialect.literal(text.value());
      case Operand.NumberValue number -> number.value().toPlainString();
      case Operand.TruthValue truth -> truth.value() ? "TRUE" : "FALSE";
      case Operand.OtherExpression other -> expression(other.expression());
      case Operand.ScalarPlan scalar -> "(" + plans.apply(scalar.plan()).replace("\n", " ") + ")";
    };
  }

  private String match(Predicate.TextMatch match) {
    String column = expression(match.column());
    String escaped = match.value().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
    String test =
        switch (match.match()) {
          case CONTAINS -> dialect.containsIgnoreCase(column, match.value());
          case STARTS_WITH -> like(column, escaped + "%");
          case ENDS_WITH -> like(column, "%" + escaped);
        };
    return match.negated() ? "NOT (" + test + ")" : test;
  }

  private String like(String column, String pattern) {
    return "LOWER(" + column + ") LIKE " + dialect.literal(pattern) + " ESCAPE '!'";
  }

  private String period(Predicate.InPeriod within) {
    String column = expression(within.column());
    List<String> bounds = new ArrayList<>();
    within
        .period()
        .start()
        .ifPresent(
            start ->
                bounds.add(column + " >= " + dialect.dateLiteral(start, within.column().type())));
    within
        .period()
        .end()
        .ifPresent(
            end -> bounds.add(column + " < " + dialect.dateLiteral(end, within.column().type())));
    String test = String.join(" AND ", bounds);
    return within.negated() ? "NOT (" + test + ")" : test;
  }
}
