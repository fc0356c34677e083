package dev.alidade.semantic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The columns of a formula, exchanged for others; nothing where one of them has no other.
 *
 * @param compared the same for columns that are compared with values
 * @param datasets whether rows of a dataset may be counted
 * @param metrics whether a metric may be used
 */
record FormulaColumns(
    Function<Formula.Column, Optional<Formula.Column>> columns,
    Function<Formula.Column, Optional<Formula.Column>> compared,
    Predicate<String> datasets,
    Predicate<String> metrics) {
  Optional<Formula> of(Formula formula) {
    return switch (formula) {
      case Formula.Number number -> Optional.of(number);
      case Formula.Column column -> columns.apply(column).map(Formula.class::cast);
      case Formula.MetricUse use ->
          metrics.test(use.metric()) ? Optional.of(use) : Optional.empty();
      case Formula.Arithmetic both ->
          of(both.left())
              .flatMap(
                  left ->
                      of(both.right())
                          .map(right -> new Formula.Arithmetic(both.operator(), left, right)));
      case Formula.Aggregate aggregate -> aggregate(aggregate).map(Formula.class::cast);
    };
  }

  private Optional<Formula.Aggregate> aggregate(Formula.Aggregate aggregate) {
    Optional<Formula> argument = aggregate.argument().flatMap(this::of);
    List<Formula.Condition> where = new ArrayList<>();
    for (Formula.Condition condition : aggregate.where()) {
      compared
          .apply(condition.column())
          .map(
              column ->
                  new Formula.Condition(
                      column, condition.comparison(), condition.values(), condition.negated()))
          .ifPresent(where::add);
    }
    boolean whole =
        datasets.test(aggregate.dataset())
            && argument.isPresent() == aggregate.argument().isPresent()
            && where.size() == aggregate.where().size();
    return whole
        ? Optional.of(
            new Formula.Aggregate(
                aggregate.function(), aggregate.distinct(), aggregate.dataset(), argument, where))
        : Optional.empty();
  }
}
