package dev.alidade.ask.converse;

import dev.alidade.ask.build.SourceMap;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.engine.Column;
import dev.alidade.engine.ForeignKey;
import dev.alidade.sql.TableName;
import java.util.List;
import java.util.Optional;

/** Carries out edits of a plan. */
final class Editor {
  private final SourceMap map;
  private final Joiner joiner;
  private final FilterEditor filters;
  private final ShapeEditor shapes;
  private final OrderEditor orders;

  Editor(SourceMap map) {
    this.map = map;
    this.joiner = new Joiner(map);
    this.filters = new FilterEditor(joiner);
    this.shapes = new ShapeEditor(map, joiner);
    this.orders = new OrderEditor(joiner);
  }

  /** The changed plan; empty where the edit makes no sense on this one. */
  Optional<SelectPlan> apply(SelectPlan plan, List<Edit> edits) {
    Optional<SelectPlan> changed = Optional.of(plan);
    for (Edit edit : edits) {
      changed = changed.flatMap(one -> apply(one, edit));
    }
    return changed;
  }

  private Optional<SelectPlan> apply(SelectPlan plan, Edit edit) {
    return switch (edit) {
      case Edit.Request request -> Optional.of(plan);
      case Edit.Draw draw -> Optional.of(plan);
      case Edit.Filter filter -> filters.filter(plan, filter);
      case Edit.MeasureFilter filter -> filters.ofMeasure(plan, filter);
      case Edit.Unfilter unfilter -> filters.without(plan, unfilter);
      case Edit.Group group -> shapes.group(plan, group);
      case Edit.Measure measure -> shapes.measure(plan, measure);
      case Edit.Count count -> shapes.count(plan, count);
      case Edit.Show show -> shapes.show(plan, show);
      case Edit.Hide hide -> ShapeEditor.hide(plan, hide);
      case Edit.Sort sort -> orders.sort(plan, sort);
      case Edit.Turn turn -> OrderEditor.turn(plan);
      case Edit.Limit limit -> orders.limit(plan, limit);
      case Edit.OfLastRows rows -> ofLastRows(plan, rows);
    };
  }

  private Optional<SelectPlan> ofLastRows(SelectPlan last, Edit.OfLastRows rows) {
    Optional<Column> key = joiner.key(rows.table());
    if (key.isEmpty()) {
      return Optional.empty();
    }
    return orders
        .keys(last, rows.table())
        .flatMap(
            keys ->
                isEverything(keys)
                    ? Optional.of(rows.plan())
                    : among(rows.plan(), new Place(rows.table(), key.get()), keys));
  }

  private static boolean isEverything(SelectPlan keys) {
    return keys.filter().isEmpty()
        && keys.having().isEmpty()
        && keys.limit().isEmpty()
        && keys.tables().size() == 1;
  }

  /** The plan, of the rows only whose key is among others. */
  private Optional<SelectPlan> among(SelectPlan plan, Place key, SelectPlan keys) {
    Optional<String> used = Joiner.alias(plan, key.table());
    if (used.isPresent()) {
      return Optional.of(Joiner.and(plan, OrderEditor.member(key.use(used.get()), keys)));
    }
    for (ForeignKey reference : map.knowledge().foreignKeys()) {
      Optional<String> from = Joiner.alias(plan, reference.from());
      if (from.isPresent()
          && reference.to().equals(key.table())
          && reference.toColumns().equals(List.of(key.column().name()))) {
        return Optional.of(
            Joiner.and(
                plan,
                OrderEditor.member(
                    joiner.column(from.get(), reference.from(), reference.columns().getFirst()),
                    keys)));
      }
    }
    Predicate member = OrderEditor.member(key.use(), keys);
    return joiner.filter(plan, key.table(), member);
  }

  /** Whether the plan speaks of the table. */
  static boolean uses(SelectPlan plan, TableName table) {
    return Joiner.alias(plan, table).isPresent();
  }
}
