package dev.alidade.ask.explain;

import dev.alidade.ask.ground.PlainNames;
import dev.alidade.ask.plan.Aggregates;
import dev.alidade.ask.plan.ArithmeticOperator;
import dev.alidade.ask.plan.ComparisonOperator;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Operand;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.text.Period;
import dev.alidade.sql.TimeGrain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says expressions and predicates as phrases. */
final class PhraseWriter {
  private PhraseWriter() {}

  static String list(List<String> phrases) {
    if (phrases.size() < 2) {
      return String.join("", phrases);
    }
    return String.join(", ", phrases.subList(0, phrases.size() - 1)) + " and " + phrases.getLast();
  }

  static String expression(Expression expression, SelectPlan plan, boolean several) {
    return switch (expression) {
      case Expression.ColumnUse column ->
          several
              ? PlainNames.singular(tableOf(column.table(), plan))
                  + " "
                  + PlainNames.of(column.column())
              : PlainNames.of(column.column());
      case Expression.Aggregate aggregate -> aggregate(aggregate, plan, several);
      case Expression.PeriodOf period ->
          period.grain().name().toLowerCase(Locale.ROOT)
              + " of "
              + expression(period.column(), plan, several);
      case Expression.PartOf part ->
          part.part().name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + " of "
              + expression(part.column(), plan, several);
      case Expression.Constant constant -> constant.value().toPlainString();
      case Expression.Arithmetic arithmetic ->
          new ComparisonPhrase(plan, several)
              .of(arithmetic)
              .orElseGet(
                  () ->
                      operand(arithmetic.left(), plan, several)
                          + " "
                          + words(arithmetic.operator())
                          + " "
                          + operand(arithmetic.right(), plan, several));
      case Expression.MetricUse metric ->
          PlainNames.of(metric.metric())
              + Aggregates.condition(metric.formula())
                  .map(where -> " where " + predicate(where, plan, several))
                  .orElse("");
      case Expression.AcrossRows across -> across(across, plan, several);
      case Expression.PartMeasure measure -> PlainNames.of(measure.label());
    };
  }

  private static String operand(Expression expression, SelectPlan plan, boolean several) {
    String text = expression(expression, plan, several);
    return expression instanceof Expression.Arithmetic ? "(" + text + ")" : text;
  }

  private static String words(ArithmeticOperator operator) {
    return switch (operator) {
      case PLUS -> "plus";
      case MINUS -> "minus";
      case TIMES -> "times";
      case DIVIDED_BY -> "divided by";
    };
  }

  private static String across(Expression.AcrossRows across, SelectPlan plan, boolean several) {
    String measure = expression(across.measure(), plan, several);
    return switch (across.across()) {
      case SHARE -> "percentage of all " + measure;
      case RUNNING_TOTAL -> "running total of " + measure;
      case CHANGE -> "change of " + measure;
      case PERCENT_CHANGE -> "change of " + measure + " in percent";
    };
  }

  private static String aggregate(
      Expression.Aggregate aggregate, SelectPlan plan, boolean several) {
    return aggregate
        .where()
        .map(where -> all(aggregate, plan, several) + " where " + predicate(where, plan, several))
        .orElseGet(() -> all(aggregate, plan, several));
  }

  private static String all(Expression.Aggregate aggregate, SelectPlan plan, boolean several) {
    if (aggregate.argument().isEmpty()) {
      return "number of " + PlainNames.of(plan.tables().getFirst().table().table());
    }
    String argument = expression(aggregate.argument().get(), plan, several);
    String different = aggregate.distinct() ? "different " : "";
    return switch (aggregate.function()) {
      case COUNT -> "number of " + different + argument;
      case SUM -> "total " + different + argument;
      case AVERAGE -> "average " + different + argument;
      case MINIMUM -> "lowest " + argument;
      case MAXIMUM -> "highest " + argument;
    };
  }

  static String predicate(Predicate predicate, SelectPlan plan, boolean several) {
    return switch (predicate) {
      case Predicate.Comparison comparison ->
          expression(comparison.left(), plan, several)
              + " "
              + words(comparison.operator())
              + " "
              + operand(comparison.right(), plan, several);
      case Predicate.Between between ->
          "%s is %sbetween %s and %s"
              .formatted(
                  expression(between.expression(), plan, several),
                  between.negated() ? "not " : "",
                  between.low().toPlainString(),
                  between.high().toPlainString());
      case Predicate.TextMatch match ->
          expression(match.column(), plan, several)
              + (match.negated() ? " does not " : " ")
              + match.match().name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + " \""
              + match.value()
              + "\"";
      case Predicate.InPeriod within ->
          expression(within.column(), plan, several)
              + (within.negated() ? " is not " : " is ")
              + period(within.period());
      case Predicate.Missing missing ->
          expression(missing.column(), plan, several)
              + (missing.negated() ? " is known" : " is missing");
      case Predicate.Member member -> member(member, plan, several);
      case Predicate.AllOf all -> joined(all.parts(), " and ", plan, several);
      case Predicate.AnyOf any -> joined(any.parts(), " or ", plan, several);
    };
  }

  private static String member(Predicate.Member member, SelectPlan plan, boolean several) {
    String owner = PlainNames.of(tableOf(member.column().table(), plan));
    if (!(member.plan() instanceof SelectPlan inner)) {
      return expression(member.column(), plan, several)
          + (member.negated() ? " is not among " : " is among ")
          + Paraphraser.phrase(member.plan());
    }
    boolean sameRows =
        plan.table(member.column().table())
            .filter(use -> use.table().equals(inner.tables().getFirst().table()))
            .isPresent();
    if (sameRows || inner.limit().isPresent()) {
      return among(owner, member, inner);
    }
    String related = PlainNames.of(inner.tables().getLast().table().table());
    String condition =
        inner
            .filter()
            .filter(filter -> !(filter instanceof Predicate.Missing))
            .map(filter -> " with " + predicate(filter, inner, inner.tables().size() > 1))
            .orElse("");
    return "the " + owner + (member.negated() ? " has no " : " has ") + related + condition;
  }

  private static String among(String owner, Predicate.Member member, SelectPlan inner) {
    boolean several = inner.tables().size() > 1;
    List<String> what = new ArrayList<>();
    inner.filter().ifPresent(filter -> what.add(" where " + predicate(filter, inner, several)));
    inner.having().ifPresent(test -> what.add(" where " + predicate(test, inner, several)));
    if (inner.limit().isPresent() && !inner.order().isEmpty()) {
      what.add(
          " with the %s %s"
              .formatted(
                  inner.order().getFirst().descending() ? "highest" : "lowest",
                  expression(inner.order().getFirst().expression(), inner, several)));
    }
    return "the %s are%s among the %s%s%s"
        .formatted(
            owner,
            member.negated() ? " not" : "",
            inner.limit().map(limit -> limit + " ").orElse(""),
            PlainNames.of(inner.tables().getFirst().table().table()),
            String.join(" and", what));
  }

  private static String joined(
      List<Predicate> parts, String word, SelectPlan plan, boolean several) {
    return parts.stream()
        .map(
            part ->
                part instanceof Predicate.AnyOf
                    ? "(" + predicate(part, plan, several) + ")"
                    : predicate(part, plan, several))
        .collect(Collectors.joining(word));
  }

  private static String operand(Operand operand, SelectPlan plan, boolean several) {
    return switch (operand) {
      case Operand.TextValue text -> "\"" + text.value() + "\"";
      case Operand.NumberValue number -> number.value().toPlainString();
      case Operand.TruthValue truth -> Boolean.toString(truth.value());
      case Operand.OtherExpression other -> expression(other.expression(), plan, several);
      case Operand.ScalarPlan scalar -> Paraphraser.phrase(scalar.plan());
    };
  }

  private static String words(ComparisonOperator operator) {
    return switch (operator) {
      case EQUAL -> "is";
      case NOT_EQUAL -> "is not";
      case LESS -> "is below";
      case LESS_OR_EQUAL -> "is at most";
      case GREATER -> "is above";
      case GREATER_OR_EQUAL -> "is at least";
    };
  }

  private static String period(Period period) {
    if (period.start().isPresent() && period.end().isPresent()) {
      LocalDate start = period.start().get();
      LocalDate last = period.end().get().minusDays(1);
      if (period.equals(Period.of(period.grain(), start))) {
        return period.grain() == TimeGrain.YEAR
            ? "in " + start.getYear()
            : period.grain() == TimeGrain.DAY ? "on " + start : "from " + start + " to " + last;
      }
      return "from " + start + " to " + last;
    }
    return period
        .start()
        .map(start -> "on or after " + start)
        .orElseGet(() -> "before " + period.end().orElseThrow());
  }

  private static String tableOf(String alias, SelectPlan plan) {
    return plan.table(alias).map(use -> use.table().table()).orElse(alias);
  }
}
