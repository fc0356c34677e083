package dev.alidade.ask.explain;

import dev.alidade.ask.plan.Aggregates;
import dev.alidade.ask.plan.ArithmeticOperator;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import java.math.BigDecimal;
import java.util.Optional;

/** Says shares and changes as people do, and not by how they are worked out. */
final class ComparisonPhrase {
  private static final Expression HUNDRED = new Expression.Constant(BigDecimal.valueOf(100));

  private final SelectPlan plan;
  private final boolean several;

  ComparisonPhrase(SelectPlan plan, boolean several) {
    this.plan = plan;
    this.several = several;
  }

  /** The phrase; empty where the formula is neither a share nor a change. */
  Optional<String> of(Expression.Arithmetic formula) {
    Optional<Expression> hundredfold = hundredfold(formula);
    if (hundredfold.isPresent()) {
      Expression whole = formula.right();
      return change(hundredfold.get(), "percent change in ")
          .filter(phrase -> earlier(hundredfold.get()).equals(whole))
          .or(() -> share(hundredfold.get(), whole));
    }
    return change(formula, "change in ");
  }

  /** The part of a quotient that is taken a hundred times. */
  private static Optional<Expression> hundredfold(Expression.Arithmetic formula) {
    return formula.operator() == ArithmeticOperator.DIVIDED_BY
            && formula.left() instanceof Expression.Arithmetic product
            && product.operator() == ArithmeticOperator.TIMES
            && product.left().equals(HUNDRED)
        ? Optional.of(product.right())
        : Optional.empty();
  }

  private Optional<String> share(Expression part, Expression whole) {
    return Aggregates.condition(part)
        .filter(where -> Aggregates.where(whole, where).equals(part))
        .map(
            where ->
                "percentage of "
                    + PhraseWriter.expression(whole, plan, several)
                    + " where "
                    + PhraseWriter.predicate(where, plan, several));
  }

  private Optional<String> change(Expression formula, String name) {
    if (!(formula instanceof Expression.Arithmetic difference)
        || difference.operator() != ArithmeticOperator.MINUS) {
      return Optional.empty();
    }
    Optional<Predicate> later = Aggregates.condition(difference.left());
    Optional<Predicate> earlier = Aggregates.condition(difference.right());
    return later.isPresent() && earlier.isPresent()
        ? Optional.of(
            name
                + measured(difference.left(), later.get())
                + " from "
                + side(earlier.get())
                + " to "
                + side(later.get()))
        : Optional.empty();
  }

  private String side(Predicate where) {
    return where instanceof Predicate.InPeriod within && !within.negated()
        ? within.period().label()
        : "where " + PhraseWriter.predicate(where, plan, several);
  }

  /** What is measured, without the condition that the phrase says anyway. */
  private String measured(Expression measure, Predicate where) {
    String phrase = PhraseWriter.expression(measure, plan, several);
    String condition = " where " + PhraseWriter.predicate(where, plan, several);
    return phrase.endsWith(condition)
        ? phrase.substring(0, phrase.length() - condition.length())
        : phrase;
  }

  private static Expression earlier(Expression difference) {
    return ((Expression.Arithmetic) difference).right();
  }
}
