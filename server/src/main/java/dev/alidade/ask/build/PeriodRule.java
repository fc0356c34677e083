package dev.alidade.ask.build;

import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.plan.ComparisonOperator;
import dev.alidade.ask.text.Period;
import dev.alidade.sql.DatePart;
import dev.alidade.sql.TimeGrain;
import dev.alidade.sql.TypeKind;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Consumer;

/** A stretch of time restricts a date, or a column of years. */
final class PeriodRule implements Rule<Mention.OfPeriod> {
  private static final Feature.Family OF_SUBJECT = new Feature.Family("period.of-subject");
  private static final Feature.Family PART = new Feature.Family("period.part");
  private static final Feature.Family OPEN = new Feature.Family("period.open");

  @Override
  public void apply(
      State state, Mention.OfPeriod mention, Surroundings around, Consumer<State> out) {
    if (state.match != null || state.number != null || state.between) {
      return;
    }
    State next = state.after(mention);
    next.negated = false;
    next.compare = null;
    Period period = compared(mention.period(), state.compare);
    Target subject = state.subject == null ? state.measured : state.subject;
    if (subject == null) {
      next.feature(OPEN, state.clause, state.link);
      out.accept(
          next.fact(new Fact.OpenPeriod(period, state.negated, Fact.Joint.AND, mention.span())));
      return;
    }
    if (!holds(subject, period)) {
      return;
    }
    next.subject = null;
    next.measured = null;
    next.feature(OF_SUBJECT, state.clause, state.link);
    out.accept(
        next.fact(
            new Fact.Condition(
                subject, test(subject, period), state.negated, state.joint, mention.span())));
  }

  /** "On weekends": on which date is settled with the rest. */
  void applyPart(State state, Mention.OfTimePart mention, Consumer<State> out) {
    if (state.waits()) {
      return;
    }
    State next = state.after(mention).feature(PART, state.clause, state.link);
    next.negated = false;
    out.accept(
        next.fact(
            new Fact.OpenPart(
                mention.part(), mention.first(), mention.last(), state.negated, mention.span())));
  }

  /** Whether the column is a date that has the part. */
  static boolean has(Target target, DatePart part) {
    return part == DatePart.HOUR
        ? target.column().type().kind() == TypeKind.TIMESTAMP
        : target.column().type().kind().isTemporal();
  }

  /** Whether the column is a date, or years that can be compared with the period. */
  static boolean holds(Target target, Period period) {
    if (target.column().type().kind().isTemporal()) {
      return true;
    }
    boolean years = target.column().name().toLowerCase(Locale.ROOT).contains("year");
    return years && period.grain() == TimeGrain.YEAR;
  }

  /** The test of a date column, or of a column of years. */
  static Test test(Target target, Period period) {
    if (target.column().type().kind().isTemporal()) {
      return new Test.Within(period);
    }
    if (period.end().isEmpty()) {
      return compares(ComparisonOperator.GREATER_OR_EQUAL, period.start().orElseThrow().getYear());
    }
    int last = period.end().get().getYear() - 1;
    if (period.start().isEmpty()) {
      return compares(ComparisonOperator.LESS_OR_EQUAL, last);
    }
    int first = period.start().get().getYear();
    return first == last
        ? compares(ComparisonOperator.EQUAL, first)
        : new Test.Ranges(BigDecimal.valueOf(first), BigDecimal.valueOf(last));
  }

  private static Test compares(ComparisonOperator operator, int year) {
    return new Test.Compares(operator, BigDecimal.valueOf(year));
  }

  private static Period compared(Period period, ComparisonOperator operator) {
    if (operator == null || period.start().isEmpty() || period.end().isEmpty()) {
      return period;
    }
    return switch (operator) {
      case EQUAL, NOT_EQUAL -> period;
      case GREATER -> period.after();
      case GREATER_OR_EQUAL -> period.andLater();
      case LESS -> period.before();
      case LESS_OR_EQUAL -> period.andEarlier();
    };
  }
}
