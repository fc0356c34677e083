package dev.alidade.ask.explain;

import dev.alidade.ask.ground.PlainNames;
import dev.alidade.ask.plan.DrillAcrossPlan;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Ordering;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.SetPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says a plan as one English sentence. */
public final class Paraphraser {
  private Paraphraser() {}

  /** The sentence, with a capital letter and a full stop. */
  public static String sentence(Plan plan) {
    String phrase = phrase(plan);
    return phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1) + ".";
  }

  static String phrase(Plan plan) {
    return switch (plan) {
      case SelectPlan select -> select(select);
      case SetPlan set ->
          switch (set.operator()) {
            case UNION -> phrase(set.left()) + ", together with " + phrase(set.right());
            case INTERSECT -> phrase(set.left()) + ", if also among " + phrase(set.right());
            case EXCEPT -> phrase(set.left()) + ", except " + phrase(set.right());
          };
      case DrillAcrossPlan across -> across(across);
    };
  }

  /** Said as its first part is, with what all parts together show. */
  private static String across(DrillAcrossPlan plan) {
    SelectPlan first = plan.parts().getFirst();
    return select(
        new SelectPlan(
            plan.outputs(),
            false,
            first.tables(),
            first.joins(),
            first.filter(),
            first.groups(),
            plan.having(),
            Optional.empty(),
            plan.order(),
            plan.limit()));
  }

  private static String select(SelectPlan plan) {
    boolean several = plan.tables().size() > 1;
    List<String> parts = new ArrayList<>();
    List<Output> told =
        plan.outputs().stream()
            .filter(output -> output.expression().isAggregate() || !isGroup(output, plan))
            .toList();
    String shown =
        (told.isEmpty() ? plan.outputs() : told)
            .stream()
                .map(output -> PhraseWriter.expression(output.expression(), plan, several))
                .collect(Collectors.collectingAndThen(Collectors.toList(), PhraseWriter::list));
    parts.add(
        (plan.distinct() ? "the different " : "the ")
            + shown
            + from(told.isEmpty() ? plan.outputs() : told, plan, several));
    if (!plan.groups().isEmpty() && !told.isEmpty()) {
      List<String> keys =
          (shownGroups(plan).isEmpty() ? plan.groups() : shownGroups(plan))
              .stream().map(key -> PhraseWriter.expression(key, plan, several)).distinct().toList();
      parts.add("for each " + PhraseWriter.list(keys));
    }
    plan.filter()
        .ifPresent(filter -> parts.add("where " + PhraseWriter.predicate(filter, plan, several)));
    plan.having()
        .ifPresent(
            having -> parts.add("only where " + PhraseWriter.predicate(having, plan, several)));
    plan.topPerGroup()
        .ifPresent(
            top ->
                parts.add(
                    (top.count() == 1 ? "the one" : "the " + top.count())
                        + " with the "
                        + (top.by().descending() ? "highest " : "lowest ")
                        + PhraseWriter.expression(top.by().expression(), plan, several)
                        + " for each "
                        + PhraseWriter.list(
                            top.groups().stream()
                                .map(key -> PhraseWriter.expression(key, plan, several))
                                .toList())));
    order(plan, several, parts);
    return String.join(", ", parts);
  }

  private static List<Expression> shownGroups(SelectPlan plan) {
    return plan.outputs().stream()
        .filter(output -> isGroup(output, plan))
        .map(Output::expression)
        .toList();
  }

  private static boolean isGroup(Output output, SelectPlan plan) {
    return plan.groups().stream()
        .anyMatch(
            group ->
                group.equals(output.expression())
                    || (group instanceof Expression.ColumnUse one
                        && output.expression() instanceof Expression.ColumnUse other
                        && one.isSame(other)));
  }

  private static String from(List<Output> shown, SelectPlan plan, boolean several) {
    boolean counted =
        shown.getFirst().expression() instanceof Expression.Aggregate aggregate
            && aggregate.argument().isEmpty();
    if (several || counted) {
      return "";
    }
    return " of " + PlainNames.of(plan.tables().getFirst().table().table());
  }

  private static void order(SelectPlan plan, boolean several, List<String> parts) {
    if (plan.order().isEmpty()) {
      plan.limit().ifPresent(limit -> parts.add("at most " + limit + " rows"));
      return;
    }
    Ordering first = plan.order().getFirst();
    String key = PhraseWriter.expression(first.expression(), plan, several);
    if (plan.limit().isPresent()) {
      long limit = plan.limit().get();
      parts.add(
          "only the %s with the %s %s"
              .formatted(
                  limit == 1 ? "one" : Long.toString(limit),
                  first.descending() ? "highest" : "lowest",
                  key));
      return;
    }
    parts.add(
        "sorted by "
            + PhraseWriter.list(
                plan.order().stream()
                    .map(
                        by ->
                            PhraseWriter.expression(by.expression(), plan, several)
                                + (by.descending() ? " from high to low" : ""))
                    .toList()));
  }
}
