package dev.alidade.ask.build;

import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Ordering;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.TopPerGroup;
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

  /** Tables whose columns are shown, grouped or sorted by, or whose rows are counted. */
  final Set<TableName> hard = new LinkedHashSet<>();

  final List<State.Weighed> features = new ArrayList<>();
  boolean distinct;
  TopPerGroup topPerGroup;
  Long limit;

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
    copy.hard.addAll(hard);
    copy.features.addAll(features);
    copy.distinct = distinct;
    copy.topPerGroup = topPerGroup;
    copy.limit = limit;
    return copy;
  }

  Draft feature(Feature feature, double value) {
    features.add(new State.Weighed(feature, value));
    return this;
  }

  boolean aggregates() {
    return outputs.stream().anyMatch(output -> output.expression().isAggregate());
  }
}
