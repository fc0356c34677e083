package dev.alidade.ask.build;

import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.ask.plan.ComparisonOperator;
import dev.alidade.ask.plan.DrillAcrossPlan;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Operand;
import dev.alidade.ask.plan.Ordering;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.SetPlan;
import dev.alidade.sql.TypeKind;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the traits of a plan; those of sub-plans count for the predicates that hold them. */
final class Traits {
  private final Set<Trait> found = EnumSet.noneOf(Trait.class);
  private final JoinGraph graph;
  private final Set<String> existing = new HashSet<>();
  private final Set<String> lacking = new HashSet<>();
  private int tests;
  private int tables;

  private Traits(JoinGraph graph) {
    this.graph = graph;
  }

  static Set<Trait> of(Plan plan, JoinGraph graph) {
    Traits traits = new Traits(graph);
    traits.read(plan);
    traits.found.add(
        switch (traits.tests) {
          case 0 -> Trait.NO_TEST;
          case 1 -> Trait.ONE_TEST;
          case 2 -> Trait.TWO_TESTS;
          default -> Trait.MANY_TESTS;
        });
    traits.found.add(
        switch (traits.tables) {
          case 1 -> Trait.ONE_TABLE;
          case 2 -> Trait.TWO_TABLES;
          case 3 -> Trait.THREE_TABLES;
          default -> Trait.MANY_TABLES;
        });
    if (traits.existing.stream().anyMatch(traits.lacking::contains)) {
      traits.found.add(Trait.CONTRADICTS);
    }
    return traits.found;
  }

  private void read(Plan plan) {
    switch (plan) {
      case SetPlan set -> {
        found.add(
            switch (set.operator()) {
              case UNION -> Trait.UNION;
              case INTERSECT -> Trait.INTERSECTION;
              case EXCEPT -> Trait.DIFFERENCE;
            });
        read(set.left());
        read(set.right());
      }
      case DrillAcrossPlan across -> {
        found.add(Trait.DRILLS_ACROSS);
        read(across.parts().getFirst());
      }
      case SelectPlan select -> {
        outputs(select);
        tables(select);
        select.filter().ifPresent(this::test);
        select.filter().ifPresent(filter -> shownAndTested(select, filter));
        groups(select);
        order(select);
      }
    }
  }

  private void tables(SelectPlan select) {
    tables += select.tables().size();
  }

  private void outputs(SelectPlan select) {
    found.add(
        switch (select.outputs().size()) {
          case 1 -> Trait.ONE_OUTPUT;
          case 2 -> Trait.TWO_OUTPUTS;
          case 3 -> Trait.THREE_OUTPUTS;
          default -> Trait.MANY_OUTPUTS;
        });
    boolean column = false;
    boolean number = false;
    for (Output output : select.outputs()) {
      if (output.expression() instanceof Expression.Aggregate aggregate) {
        found.add(shown(aggregate));
        measured(aggregate);
        if (column) {
          found.add(Trait.COLUMN_FIRST);
        }
        number = true;
        continue;
      }
      if (output.expression().isAggregate()) {
        found.add(Trait.SHOWS_METRIC);
        number = true;
        continue;
      }
      found.add(isKey(output.expression()) ? Trait.SHOWS_KEY : Trait.SHOWS_COLUMN);
      if (output.expression() instanceof Expression.ColumnUse use
          && graph.isReference(use.table(), use.column())) {
        found.add(Trait.SHOWS_REFERENCE);
      }
      if (number) {
        found.add(Trait.NUMBER_FIRST);
      }
      column = true;
    }
    if (select.distinct()) {
      found.add(Trait.DISTINCT);
    }
  }

  private static Trait shown(Expression.Aggregate aggregate) {
    return switch (aggregate.function()) {
      case COUNT ->
          aggregate.argument().isEmpty()
              ? Trait.COUNTS_ROWS
              : aggregate.distinct() ? Trait.COUNTS_DIFFERENT : Trait.COUNTS_VALUES;
      case SUM -> Trait.SHOWS_SUM;
      case AVERAGE -> Trait.SHOWS_AVERAGE;
      case MINIMUM -> Trait.SHOWS_MINIMUM;
      case MAXIMUM -> Trait.SHOWS_MAXIMUM;
    };
  }

  private void measured(Expression.Aggregate aggregate) {
    if (aggregate.argument().orElse(null) instanceof Expression.ColumnUse column) {
      boolean counts = aggregate.function() == AggregateFunction.COUNT;
      if (!counts && isKey(column)) {
        found.add(Trait.MEASURES_KEY);
      }
      if (counts && !aggregate.distinct() && !isKey(column) && column.type().kind().isNumeric()) {
        found.add(Trait.COUNTS_NUMBERS);
      }
    }
  }

  private boolean isKey(Expression expression) {
    return expression instanceof Expression.ColumnUse column
        && (column.column().toLowerCase(Locale.ROOT).endsWith("id")
            || graph.isKey(column.table(), column.column()));
  }

  /** Whether a column that is shown has the same value in every row. */
  private void shownAndTested(SelectPlan select, Predicate filter) {
    List<Predicate> parts = filter instanceof Predicate.AllOf all ? all.parts() : List.of(filter);
    if (Set.copyOf(parts).size() < parts.size()) {
      found.add(Trait.REPEATS);
    }
    for (Predicate part : parts) {
      if (part instanceof Predicate.Comparison comparison
          && comparison.operator() == ComparisonOperator.EQUAL
          && !(comparison.right() instanceof Operand.ScalarPlan)
          && select.outputs().stream()
              .anyMatch(output -> Expressions.isSame(output.expression(), comparison.left()))) {
        found.add(Trait.SHOWS_TESTED);
      }
    }
  }

  private void test(Predicate predicate) {
    switch (predicate) {
      case Predicate.AllOf all -> {
        all.parts().forEach(this::test);
        return;
      }
      case Predicate.AnyOf any -> {
        found.add(Trait.EITHER);
        any.parts().forEach(this::test);
        return;
      }
      case Predicate.Comparison comparison -> compare(comparison);
      case Predicate.Between between -> found.add(Trait.BETWEEN);
      case Predicate.TextMatch match -> {
        if (match.column().type().kind() != TypeKind.TEXT) {
          found.add(Trait.PART_OF_NUMBER);
        }
        if (match.negated()) {
          found.add(Trait.DIFFERS);
        }
        found.add(
            switch (match.match()) {
              case CONTAINS -> Trait.CONTAINS;
              case STARTS_WITH -> Trait.STARTS_WITH;
              case ENDS_WITH -> Trait.ENDS_WITH;
            });
      }
      case Predicate.InPeriod period -> found.add(Trait.PERIOD);
      case Predicate.Missing missing -> {
        if (missing.words().spans().isEmpty()) {
          return;
        }
        found.add(missing.negated() ? Trait.PRESENT : Trait.MISSING);
      }
      case Predicate.Member member -> {
        found.add(member.negated() ? Trait.LACKS : Trait.EXISTS);
        if (member.plan() instanceof SelectPlan inner) {
          (member.negated() ? lacking : existing).add(inner.tables().getFirst().alias());
          if (!member.negated() && inner.filter().isEmpty()) {
            found.add(Trait.ONLY_EXISTS);
          }
        }
        inner(member.plan());
        return;
      }
    }
    tests++;
  }

  /** Tests and tables within count as if they stood outside; what is shown there does not. */
  private void inner(Plan plan) {
    switch (plan) {
      case SetPlan set -> {
        inner(set.left());
        inner(set.right());
      }
      case DrillAcrossPlan across -> across.parts().forEach(this::inner);
      case SelectPlan select -> {
        tables(select);
        select.filter().ifPresent(this::test);
      }
    }
  }

  private void compare(Predicate.Comparison comparison) {
    boolean againstAggregate = comparison.right() instanceof Operand.ScalarPlan;
    if (againstAggregate) {
      found.add(Trait.AGAINST_AGGREGATE);
    }
    boolean bySize =
        switch (comparison.operator()) {
          case EQUAL, NOT_EQUAL -> false;
          case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
        };
    if (bySize && isKey(comparison.left())) {
      found.add(Trait.KEY_BY_SIZE);
    }
    if (comparison.left() instanceof Expression.ColumnUse column && misfits(column, comparison)) {
      found.add(Trait.MISFIT);
    }
    found.add(
        switch (comparison.operator()) {
          case EQUAL ->
              comparison.right() instanceof Operand.TextValue
                  ? Trait.EQUALS_TEXT
                  : Trait.EQUALS_NUMBER;
          case NOT_EQUAL -> Trait.DIFFERS;
          case LESS -> Trait.LESS;
          case LESS_OR_EQUAL -> Trait.LESS_OR_EQUAL;
          case GREATER -> Trait.MORE;
          case GREATER_OR_EQUAL -> Trait.MORE_OR_EQUAL;
        });
  }

  private static boolean misfits(Expression.ColumnUse column, Predicate.Comparison comparison) {
    return switch (comparison.right()) {
      case Operand.NumberValue number -> !column.type().kind().isNumeric();
      case Operand.TextValue text ->
          text.value().matches("-?\\d+(\\.\\d+)?") && !isYearOrCode(column);
      case Operand.TruthValue truth -> false;
      case Operand.OtherExpression other -> false;
      case Operand.ScalarPlan plan -> false;
    };
  }

  private static boolean isYearOrCode(Expression.ColumnUse column) {
    String name = column.column().toLowerCase(Locale.ROOT);
    return name.contains("year")
        || name.contains("code")
        || name.contains("number")
        || name.endsWith("id")
        || name.contains("num");
  }

  private void groups(SelectPlan select) {
    if (!select.groups().isEmpty()) {
      found.add(select.groups().size() > 1 ? Trait.GROUPED_TWICE : Trait.GROUPED);
      boolean shown =
          select.outputs().stream().anyMatch(output -> !output.expression().isAggregate());
      if (!shown) {
        found.add(Trait.GROUP_HIDDEN);
      }
    }
    select.having().ifPresent(this::having);
    if (select.topPerGroup().isPresent()) {
      found.add(Trait.TOP_PER_GROUP);
    }
  }

  private void having(Predicate predicate) {
    if (predicate instanceof Predicate.AllOf all) {
      all.parts().forEach(this::having);
      return;
    }
    if (predicate instanceof Predicate.Comparison comparison) {
      if (comparison.left() instanceof Expression.Aggregate aggregate
          && aggregate.function() != AggregateFunction.COUNT) {
        found.add(Trait.GROUP_BY_AGGREGATE);
      }
      found.add(having(comparison.operator()));
    }
  }

  private static Trait having(ComparisonOperator operator) {
    return switch (operator) {
      case GREATER -> Trait.GROUP_MORE;
      case GREATER_OR_EQUAL -> Trait.GROUP_MORE_OR_EQUAL;
      case LESS, LESS_OR_EQUAL -> Trait.GROUP_LESS;
      case EQUAL, NOT_EQUAL -> Trait.GROUP_EQUAL;
    };
  }

  private void order(SelectPlan select) {
    if (select.order().isEmpty()) {
      found.add(Trait.UNSORTED);
      return;
    }
    for (Ordering ordering : select.order()) {
      found.add(ordering.descending() ? Trait.DOWNWARD : Trait.UPWARD);
      if (ordering.expression() instanceof Expression.Aggregate aggregate) {
        found.add(
            aggregate.function() == AggregateFunction.COUNT ? Trait.BY_COUNT : Trait.BY_AGGREGATE);
        continue;
      }
      if (ordering.expression().isAggregate()) {
        found.add(Trait.BY_METRIC);
        continue;
      }
      boolean shown =
          select.outputs().stream()
              .anyMatch(output -> Expressions.isSame(output.expression(), ordering.expression()));
      found.add(shown ? Trait.BY_SHOWN_COLUMN : Trait.BY_COLUMN);
      if (select.limit().isPresent()
          && ordering.expression() instanceof Expression.ColumnUse column) {
        if (column.type().kind() == TypeKind.TEXT) {
          found.add(Trait.RANKS_TEXT);
        }
        if (isKey(column)) {
          found.add(Trait.MEASURES_KEY);
        }
        if (!select.groups().isEmpty()) {
          found.add(Trait.GROUPED_FOR_NOTHING);
        }
      }
    }
    found.add(
        select
            .limit()
            .map(limit -> limit == 1 ? Trait.FIRST_ONE : Trait.FIRST_FEW)
            .orElse(Trait.ALL_SORTED));
  }
}
