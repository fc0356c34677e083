package dev.alidade.ask.build;

import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Ordering;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.TopPerGroup;
import dev.alidade.ask.plan.Words;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A plan in the making: everything but the way its tables are joined. */
final class Draft {
  final TableName root;
  final List<Output> outputs = new ArrayList<>();
  final List<Expression> groups = new ArrayList<>();
  final List<Predicate> having = new ArrayList<>();
  final List<Ordering> order = new ArrayList<>();
  final List<Fact.Condition> conditions = new ArrayList<>();
  final List<Fact.Touch> touches = new ArrayList<>();

  /** Conditions that another related row fulfills than those of {@code conditions}. */
  final List<Fact.Condition> others = new ArrayList<>();

  /** Tables whose columns are shown, grouped or sorted by, or whose rows are counted. */
  final Set<TableName> hard = new LinkedHashSet<>();

  final List<State.Weighed> features = new ArrayList<>();
  boolean distinct;
  TopPerGroup topPerGroup;
  Long limit;
  Part part;

  /** A number that becomes the share of those rows that have, or lack, rows of another table. */
  record Part(
      int output, TableName table, boolean negated, List<Fact.Condition> conditions, Words words) {}

  Draft(TableName root) {
    this.root = root;
    hard.add(root);
  }

  Draft copy() {
    Draft copy = new Draft(root);
    copy.outputs.addAll(outputs);
    copy.groups.addAll(groups);
    copy.having.addAll(having);
    copy.order.addAll(order);
    copy.conditions.addAll(conditions);
    copy.touches.addAll(touches);
    copy.others.addAll(others);
    copy.hard.addAll(hard);
    copy.features.addAll(features);
    copy.distinct = distinct;
    copy.topPerGroup = topPerGroup;
    copy.limit = limit;
    copy.part = part;
    return copy;
  }

  Draft feature(Feature feature, double value) {
    features.add(new State.Weighed(feature, value));
    return this;
  }

  /** Where the last number over rows is shown; -1 where none is. */
  int measure() {
    for (int at = outputs.size() - 1; at >= 0; at--) {
      if (outputs.get(at).expression().isAggregate()) {
        return at;
      }
    }
    return -1;
  }

  boolean aggregates() {
    return outputs.stream().anyMatch(output -> output.expression().isAggregate());
  }
}
