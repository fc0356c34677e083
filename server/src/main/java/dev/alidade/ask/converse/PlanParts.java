package dev.alidade.ask.converse;

import dev.alidade.ask.build.SourceMap;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Join;
import dev.alidade.ask.plan.Ordering;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.TableUse;
import dev.alidade.ask.plan.TopPerGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A plan whose parts can be changed before it is made again. */
final class PlanParts {
  final List<Output> outputs;
  boolean distinct;
  final List<TableUse> tables;
  final List<Join> joins;
  Optional<Predicate> filter;
  final List<Expression> groups;
  Optional<Predicate> having;
  Optional<TopPerGroup> topPerGroup;
  final List<Ordering> order;
  Optional<Long> limit;

  PlanParts(SelectPlan plan) {
    outputs = new ArrayList<>(plan.outputs());
    distinct = plan.distinct();
    tables = new ArrayList<>(plan.tables());
    joins = new ArrayList<>(plan.joins());
    filter = plan.filter();
    groups = new ArrayList<>(plan.groups());
    having = plan.having();
    topPerGroup = plan.topPerGroup();
    order = new ArrayList<>(plan.order());
    limit = plan.limit();
  }

  SelectPlan made() {
    return new SelectPlan(
        outputs, distinct, tables, joins, filter, groups, having, topPerGroup, order, limit);
  }

  /** The plan without tables that only a part that is gone had needed. */
  SelectPlan pruned() {
    boolean shrunk = true;
    while (shrunk) {
      shrunk = false;
      Set<String> used = Uses.of(made());
      for (int at = tables.size() - 1; at > 0; at--) {
        String alias = tables.get(at).alias();
        boolean leads = joins.stream().anyMatch(join -> join.left().equals(alias));
        if (!leads && !used.contains(alias)) {
          tables.remove(at);
          joins.removeIf(join -> join.right().equals(alias));
          shrunk = true;
          break;
        }
      }
    }
    return made();
  }

  static boolean isIn(Expression expression, List<Expression> list) {
    return list.stream().anyMatch(one -> SourceMap.isSame(one, expression));
  }

  /** The dimensions that are shown, and the measures after them. */
  void regroup(List<Expression> dimensions, List<Output> measures) {
    groups.clear();
    groups.addAll(dimensions);
    outputs.clear();
    dimensions.forEach(dimension -> outputs.add(SourceMap.shown(dimension)));
    outputs.addAll(measures);
  }
}
