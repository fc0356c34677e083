package dev.alidade.ask.build;

import dev.alidade.ask.plan.DrillAcrossPlan;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Join;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.SetPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether the question names the role in which one table refers to another that it refers to twice.
 */
final class RoleFeatures {
  private static final Feature NAMED = Feature.of("join.role-named");
  private static final Feature OTHER = Feature.of("join.role-other");
  private static final Feature FIRST = Feature.of("join.role-first");

  private final JoinGraph graph;
  private final Set<String> lemmas;
  private final List<State.Weighed> features = new ArrayList<>();

  private RoleFeatures(JoinGraph graph, Set<String> lemmas) {
    this.graph = graph;
    this.lemmas = lemmas;
  }

  static List<State.Weighed> of(Plan plan, JoinGraph graph, Set<String> lemmas) {
    RoleFeatures roles = new RoleFeatures(graph, lemmas);
    roles.read(plan);
    return roles.features;
  }

  private void read(Plan plan) {
    switch (plan) {
      case SetPlan set -> {
        read(set.left());
        read(set.right());
      }
      case DrillAcrossPlan across -> across.parts().forEach(this::read);
      case SelectPlan select -> {
        for (Join join : select.joins()) {
          role(join.left(), join.leftColumns().getFirst(), join.right());
          role(join.right(), join.rightColumns().getFirst(), join.left());
        }
        select.filter().ifPresent(this::read);
      }
    }
  }

  private void read(Predicate predicate) {
    switch (predicate) {
      case Predicate.AllOf all -> all.parts().forEach(this::read);
      case Predicate.AnyOf any -> any.parts().forEach(this::read);
      case Predicate.Member member -> {
        if (member.plan() instanceof SelectPlan inner) {
          String other = inner.tables().getFirst().alias();
          role(member.column().table(), member.column().column(), other);
          if (inner.outputs().getFirst().expression() instanceof Expression.ColumnUse column) {
            role(column.table(), column.column(), member.column().table());
          }
        }
        read(member.plan());
      }
      case Predicate.Comparison comparison -> {}
      case Predicate.Between between -> {}
      case Predicate.TextMatch match -> {}
      case Predicate.InPeriod period -> {}
      case Predicate.Missing missing -> {}
    }
  }

  private void role(String table, String column, String other) {
    JoinGraph.Role role = graph.role(table, column, other);
    if (role.isOnly()) {
      return;
    }
    if (role.words().stream().anyMatch(lemmas::contains)) {
      features.add(new State.Weighed(NAMED, 1));
    } else if (role.otherWords().stream().anyMatch(lemmas::contains)) {
      features.add(new State.Weighed(OTHER, 1));
    } else if (role.isFirst()) {
      features.add(new State.Weighed(FIRST, 1));
    }
  }
}
