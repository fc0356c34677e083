package dev.alidade.ask.converse;

import dev.alidade.ask.build.SourceMap;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Ordering;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.TopPerGroup;
import dev.alidade.ask.plan.Words;
import dev.alidade.engine.Column;
import dev.alidade.sql.TableName;
import java.util.List;
import java.util.Optional;

/** Changes the order of rows and how many there are. */
final class OrderEditor {
  private final Joiner joiner;

  OrderEditor(Joiner joiner) {
    this.joiner = joiner;
  }

  /** What the rows are measured by: the measure, what they are sorted by, the only number shown. */
  static Optional<Expression> measured(SelectPlan plan) {
    Optional<Expression> measure = plan.measures().stream().map(Output::expression).findFirst();
    if (measure.isPresent()) {
      return measure;
    }
    Optional<Expression> sorted = plan.order().stream().map(Ordering::expression).findFirst();
    if (sorted.isPresent()) {
      return sorted;
    }
    List<Expression> numbers =
        plan.outputs().stream()
            .map(Output::expression)
            .filter(
                shown ->
                    shown instanceof Expression.ColumnUse column
                        && column.type().kind().isNumeric())
            .toList();
    return numbers.size() == 1 ? Optional.of(numbers.getFirst()) : Optional.empty();
  }

  Optional<SelectPlan> sort(SelectPlan plan, Edit.Sort edit) {
    if (edit.place().isEmpty()) {
      return plan.order().isEmpty()
          ? measured(plan).map(key -> sorted(plan, key, edit.descending().orElse(true)))
          : Optional.of(
              sorted(
                  plan,
                  plan.order().getFirst().expression(),
                  edit.descending().orElse(plan.order().getFirst().descending())));
    }
    Place place = edit.place().get();
    boolean descending = edit.descending().orElse(false);
    Optional<Expression> shown = shown(plan, place);
    boolean sameKey =
        shown.isPresent()
            && !plan.order().isEmpty()
            && SourceMap.isSame(plan.order().getFirst().expression(), shown.get());
    if (plan.limit().isPresent() && !plan.order().isEmpty() && !sameKey) {
      return sortedRows(plan, place, descending);
    }
    if (shown.isPresent()) {
      return Optional.of(sorted(plan, shown.get(), descending));
    }
    if (!plan.groups().isEmpty() || !plan.measures().isEmpty()) {
      return Optional.empty();
    }
    return joiner
        .join(plan, place.table())
        .filter(joined -> !joined.multiplies())
        .map(joined -> sorted(joined.plan(), place.use(joined.alias()), descending));
  }

  /** Sorting what was cut off already must not change which rows are left. */
  private Optional<SelectPlan> sortedRows(SelectPlan plan, Place place, boolean descending) {
    TableName root = plan.tables().getFirst().table();
    Optional<Column> key = joiner.key(root);
    if (key.isEmpty() || !plan.groups().isEmpty() || !plan.measures().isEmpty()) {
      return Optional.empty();
    }
    PlanParts whole = new PlanParts(plan);
    whole.filter = Optional.empty();
    whole.order.clear();
    whole.limit = Optional.empty();
    String alias = plan.tables().getFirst().alias();
    return keys(plan, root)
        .map(keys -> Joiner.and(whole.made(), member(new Place(root, key.get()).use(alias), keys)))
        .flatMap(same -> sort(same, new Edit.Sort(Optional.of(place), Optional.of(descending))));
  }

  /** What the plan shows of a column: itself, or a number made of it. */
  static Optional<Expression> shown(SelectPlan plan, Place place) {
    for (Output output : plan.outputs()) {
      Optional<Expression.ColumnUse> column = Uses.column(output.expression());
      boolean same =
          column
              .filter(use -> use.column().equals(place.column().name()))
              .flatMap(use -> plan.table(use.table()))
              .filter(use -> use.table().equals(place.table()))
              .isPresent();
      if (same) {
        return Optional.of(output.expression());
      }
    }
    return Optional.empty();
  }

  static SelectPlan sorted(SelectPlan plan, Expression key, boolean descending) {
    PlanParts parts = new PlanParts(plan);
    parts.order.clear();
    parts.order.add(new Ordering(key, descending, Words.NONE));
    return parts.made();
  }

  static Optional<SelectPlan> turn(SelectPlan plan) {
    if (plan.order().isEmpty()) {
      return Optional.empty();
    }
    PlanParts parts = new PlanParts(plan);
    parts.order.replaceAll(key -> new Ordering(key.expression(), !key.descending(), key.words()));
    return Optional.of(parts.made());
  }

  Optional<SelectPlan> limit(SelectPlan plan, Edit.Limit edit) {
    PlanParts parts = new PlanParts(plan);
    if (plan.topPerGroup().isPresent()) {
      TopPerGroup top = plan.topPerGroup().get();
      parts.topPerGroup =
          edit.rows().map(rows -> new TopPerGroup(top.groups(), top.by(), rows, top.words()));
      return Optional.of(parts.made());
    }
    parts.limit = edit.rows();
    if (edit.rows().isEmpty() || edit.descending().isEmpty()) {
      return Optional.of(parts.made());
    }
    Optional<Expression> key = measured(plan);
    boolean bySize = key.isPresent() && isNumber(key.get());
    if (bySize) {
      return Optional.of(sorted(parts.made(), key.get(), edit.descending().get()));
    }
    return plan.order().isEmpty() ? Optional.empty() : Optional.of(parts.made());
  }

  private static boolean isNumber(Expression expression) {
    return expression.isAggregate()
        || (expression instanceof Expression.ColumnUse column && column.type().kind().isNumeric());
  }

  /** The keys of a table's rows that an answer speaks of. */
  Optional<SelectPlan> keys(SelectPlan plan, TableName table) {
    Optional<Column> key = joiner.key(table);
    Optional<Joiner.Joined> joined =
        joiner.join(plan, table).filter(reached -> !reached.multiplies());
    if (key.isEmpty() || joined.isEmpty()) {
      return Optional.empty();
    }
    Expression use = new Place(table, key.get()).use(joined.get().alias());
    PlanParts parts = new PlanParts(joined.get().plan());
    boolean ranked = parts.limit.isPresent() && !parts.order.isEmpty();
    boolean tested = parts.having.isPresent();
    parts.outputs.clear();
    parts.outputs.add(SourceMap.shown(use));
    parts.distinct = false;
    if (!ranked) {
      parts.order.clear();
    }
    if (!ranked && !tested) {
      parts.groups.clear();
    }
    if (!parts.groups.isEmpty() && !PlanParts.isIn(use, parts.groups)) {
      parts.groups.add(use);
    }
    return Optional.of(parts.made());
  }

  static Predicate member(Expression.ColumnUse column, Plan keys) {
    return new Predicate.Member(column, keys, false, Words.NONE);
  }
}
