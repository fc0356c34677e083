package dev.alidade.ask.build;

import dev.alidade.ask.ground.Lattice;
import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.ground.OperatorKind;
import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.text.Token;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Words that ask for one row each, where a plan adds everything up to one row all the same. */
final class LostGroups {
  private static final Set<String> EACH = Set.of("each", "every", "per");

  private LostGroups() {}

  /** Those words; none where the plan groups, or shows rows instead of a number over them. */
  static List<String> of(Plan plan, List<Mention> used, Lattice lattice) {
    if (!(plan instanceof SelectPlan select)
        || select.measures().isEmpty()
        || !select.groups().isEmpty()) {
      return List.of();
    }
    Set<String> averaged = averaged(select);
    List<String> lost = new ArrayList<>();
    List<Token> tokens = lattice.question().tokens();
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      boolean divides =
          EACH.contains(token.lower())
              || (token.is("by") && !isAgent(tokens, at) && names(used, at + 1));
      if (divides && !isAveraged(used, at + 1, averaged)) {
        lost.add(at + 1 < tokens.size() ? token.text() + " " + tokens.get(at + 1).text() : "each");
      }
    }
    return lost;
  }

  /** Whether the rows of a table are averaged, so that "per" one of them asks for no groups. */
  static boolean averages(List<Fact> facts, TableName table) {
    return facts.stream()
        .anyMatch(
            fact ->
                fact instanceof Fact.Show show
                    && show.aggregate().equals(Optional.of(AggregateFunction.AVERAGE))
                    && show.target().table().equals(table));
  }

  private static Set<String> averaged(SelectPlan plan) {
    Set<String> tables = new HashSet<>();
    for (Output output : plan.measures()) {
      if (output.expression() instanceof Expression.Aggregate aggregate
          && aggregate.function() == AggregateFunction.AVERAGE) {
        tables.addAll(Tables.of(aggregate));
      }
    }
    return tables;
  }

  private static boolean isAveraged(List<Mention> used, int start, Set<String> averaged) {
    return used.stream()
        .anyMatch(
            mention ->
                mention instanceof Mention.OfTable table
                    && table.span().start() == start
                    && averaged.contains(table.table().toString()));
  }

  /** "placed by customers", "enrolled in by students": who did it, not one row for each. */
  private static boolean isAgent(List<Token> tokens, int by) {
    return by > 0 && (tokens.get(by - 1).lower().endsWith("ed") || tokens.get(by - 1).is("in"));
  }

  /** Whether what follows is named only, and nothing after it says which one is meant. */
  private static boolean names(List<Mention> used, int start) {
    boolean named =
        used.stream()
            .anyMatch(
                mention ->
                    mention.span().start() == start
                        && (mention instanceof Mention.OfTable
                            || mention instanceof Mention.OfColumn));
    return named
        && used.stream()
            .filter(mention -> mention.span().start() > start)
            .noneMatch(LostGroups::restricts);
  }

  private static boolean restricts(Mention mention) {
    return switch (mention) {
      case Mention.OfValue value -> true;
      case Mention.OfPart part -> true;
      case Mention.OfFullName name -> true;
      case Mention.OfNumber number -> true;
      case Mention.OfText text -> true;
      case Mention.OfOperator operator -> operator.kind() == OperatorKind.NOT;
      case Mention.OfTable table -> false;
      case Mention.OfColumn column -> false;
      case Mention.OfMetric metric -> false;
      case Mention.OfNameColumns pair -> false;
      case Mention.OfPeriod period -> false;
      case Mention.OfGrain grain -> false;
      case Mention.OfTimePart part -> true;
    };
  }
}
