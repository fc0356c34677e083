package dev.alidade.ask.build;

import dev.alidade.ask.ground.Lattice;
import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.ground.OperatorKind;
import dev.alidade.ask.plan.DrillAcrossPlan;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.SetPlan;
import dev.alidade.ask.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether a plan shows what comes right behind the words that ask. */
final class AnswerFeatures {
  private static final double NAMED_WELL = 0.8;
  private static final Feature SHOWN = Feature.of("asked.shown");
  private static final Feature OF_TABLE = Feature.of("asked.of-table");
  private static final Feature HIDDEN = Feature.of("asked.hidden");
  private static final Feature SHOWN_FIRST = Feature.of("asked.shown-first");
  private static final Set<String> BETWEEN =
      Set.of(
          "the",
          "all",
          "of",
          "are",
          "is",
          "were",
          "was",
          "each",
          "every",
          "a",
          "an",
          "me",
          "us",
          "different",
          "distinct",
          "unique");

  private final List<Mention> asked = new ArrayList<>();

  AnswerFeatures(Lattice lattice) {
    List<Token> tokens = lattice.question().tokens();
    for (int at = 0; at < tokens.size(); at++) {
      int start = at;
      boolean asks =
          lattice.startingAt(at).stream()
              .anyMatch(
                  mention ->
                      mention instanceof Mention.OfOperator operator
                          && operator.kind() == OperatorKind.ASK
                          && operator.span().start() == start);
      if (!asks) {
        continue;
      }
      int next = at + 1;
      while (next < tokens.size() && BETWEEN.contains(tokens.get(next).lower())) {
        next++;
      }
      if (next < tokens.size()) {
        lattice.startingAt(next).stream().filter(AnswerFeatures::names).forEach(asked::add);
      }
      if (!asked.isEmpty()) {
        return;
      }
    }
  }

  private static boolean names(Mention mention) {
    return mention.score() >= NAMED_WELL
        && (mention instanceof Mention.OfTable || mention instanceof Mention.OfColumn);
  }

  List<State.Weighed> of(Plan plan) {
    SelectPlan select = first(plan);
    if (asked.isEmpty()) {
      return List.of();
    }
    List<State.Weighed> features = new ArrayList<>();
    boolean shown = false;
    boolean ofTable = false;
    for (Output output : select.outputs()) {
      if (output.expression() instanceof Expression.ColumnUse column) {
        shown |= asked.stream().anyMatch(mention -> isColumn(mention, column));
        ofTable |= asked.stream().anyMatch(mention -> isOfTable(mention, column));
      }
      if (output.expression() instanceof Expression.Aggregate) {
        ofTable = true;
      }
    }
    features.add(new State.Weighed(shown ? SHOWN : ofTable ? OF_TABLE : HIDDEN, 1));
    if (shown
        && select.outputs().getFirst().expression() instanceof Expression.ColumnUse column
        && asked.stream().anyMatch(mention -> isColumn(mention, column))) {
      features.add(new State.Weighed(SHOWN_FIRST, 1));
    }
    return features;
  }

  private static SelectPlan first(Plan plan) {
    return switch (plan) {
      case SelectPlan select -> select;
      case SetPlan set -> first(set.left());
      case DrillAcrossPlan across -> across.parts().getFirst();
    };
  }

  private static boolean isColumn(Mention mention, Expression.ColumnUse column) {
    return mention instanceof Mention.OfColumn named
        && named.column().name().equals(column.column())
        && named.table().toString().equals(column.table());
  }

  private static boolean isOfTable(Mention mention, Expression.ColumnUse column) {
    return mention instanceof Mention.OfTable named
        && named.table().toString().equals(column.table());
  }
}
