package dev.alidade.ask.build;

import dev.alidade.ask.plan.Join;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.TableUse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Leaves out tables that are joined for nothing: each row belongs to one of theirs and nothing of
 * it is read, so that all the join could do is lose rows whose keys lead nowhere.
 */
final class IdleTables {
  private final JoinGraph graph;

  IdleTables(JoinGraph graph) {
    this.graph = graph;
  }

  /** The plan without them. */
  SelectPlan dropped(SelectPlan plan) {
    List<TableUse> tables = new ArrayList<>(plan.tables());
    List<Join> joins = new ArrayList<>(plan.joins());
    Set<String> read = read(plan);
    while (true) {
      Optional<TableUse> idle =
          tables.stream().skip(1).filter(use -> isIdle(use, joins, read)).findFirst();
      if (idle.isEmpty()) {
        break;
      }
      tables.remove(idle.get());
      joins.removeIf(join -> join.right().equals(idle.get().alias()));
    }
    return tables.size() == plan.tables().size()
        ? plan
        : new SelectPlan(
            plan.outputs(),
            plan.distinct(),
            tables,
            joins,
            plan.filter(),
            plan.groups(),
            plan.having(),
            plan.topPerGroup(),
            plan.order(),
            plan.limit());
  }

  private boolean isIdle(TableUse use, List<Join> joins, Set<String> read) {
    List<Join> reaching = joins.stream().filter(join -> join.right().equals(use.alias())).toList();
    boolean leads = joins.stream().anyMatch(join -> join.left().equals(use.alias()));
    return !leads
        && !read.contains(use.alias())
        && reaching.size() == 1
        && isOne(use, reaching.getFirst());
  }

  private boolean isOne(TableUse use, Join join) {
    List<String> key = graph.table(use.table()).primaryKey();
    return !key.isEmpty()
        && new HashSet<>(join.rightColumns()).containsAll(key)
        && graph.refers(join.left(), join.leftColumns(), join.right());
  }

  private static Set<String> read(SelectPlan plan) {
    Set<String> read = new HashSet<>();
    plan.outputs().stream().map(Output::expression).map(Tables::of).forEach(read::addAll);
    plan.groups().stream().map(Tables::of).forEach(read::addAll);
    plan.order().forEach(by -> read.addAll(Tables.of(by.expression())));
    plan.filter().map(Tables::of).ifPresent(read::addAll);
    plan.having().map(Tables::of).ifPresent(read::addAll);
    plan.topPerGroup()
        .ifPresent(
            top -> {
              read.addAll(Tables.of(top.by().expression()));
              top.groups().stream().map(Tables::of).forEach(read::addAll);
            });
    return read;
  }
}
