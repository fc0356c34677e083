package dev.alidade.ask.explain;

import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import java.util.List;

/** Says parts of a plan as phrases. */
public final class Phrases {
  private Phrases() {}

  /** What holds: "status is "shipped"". */
  public static String of(Predicate predicate, SelectPlan plan) {
    return PhraseWriter.predicate(predicate, plan, false);
  }

  /** What is shown or sorted by: "average price". */
  public static String of(Expression expression, SelectPlan plan) {
    return PhraseWriter.expression(expression, plan, false);
  }

  /** Several phrases as one. */
  public static String list(List<String> phrases) {
    return PhraseWriter.list(phrases);
  }
}
