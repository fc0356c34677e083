package dev.alidade.ask.build;

import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Join;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.TableUse;
import dev.alidade.ask.plan.Words;
import dev.alidade.engine.Column;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Joins the tables of a draft. What only has to exist becomes a semi-join, so that it multiplies no
 * rows; what must not exist becomes an anti-join.
 */
final class Assembler {
  private static final Feature EDGES = Feature.of("join.edges");
  private static final Feature COST = Feature.of("join.cost");
  private static final Feature BRIDGES = Feature.of("join.bridges");
  private static final Feature SEMI = Feature.of("join.semi");
  private static final Feature ANTI = Feature.of("join.anti");
  private static final Feature LATER = Feature.of("join.later-choice");
  private static final Feature SINGLE = Feature.of("join.single-table");

  /** A joined plan with what speaks for and against the way it is joined. */
  record Assembled(SelectPlan plan, List<State.Weighed> features) {}

  private final JoinGraph graph;
  private final IdleTables idle;

  Assembler(JoinGraph graph) {
    this.graph = graph;
    this.idle = new IdleTables(graph);
  }

  /** Every way to join the draft, the shortest first. */
  List<Assembled> assemble(Draft draft, Set<TableName> named) {
    List<Fact.Condition> excluding = new ArrayList<>();
    List<Fact.Condition> holding = new ArrayList<>();
    for (Fact.Condition condition : draft.conditions) {
      boolean direct =
          !condition.negated()
              || draft.hard.contains(condition.target().table())
              || graph.isToOne(draft.root, condition.target().table());
      (direct ? holding : excluding).add(condition);
    }
    Set<TableName> required = new LinkedHashSet<>(draft.hard);
    holding.forEach(condition -> required.add(condition.target().table()));
    List<Fact.Touch> absent = new ArrayList<>();
    for (Fact.Touch touch : draft.touches) {
      if (touch.negated()) {
        absent.add(touch);
      } else if (!graph.belongs(draft.root, touch.table())) {
        required.add(touch.table());
      }
    }
    List<Assembled> found = new ArrayList<>();
    for (List<Edge> tree : graph.trees(draft.root, required)) {
      build(draft, tree, holding, excluding, absent, named, found.size()).ifPresent(found::add);
    }
    return found;
  }

  private Optional<Assembled> build(
      Draft draft,
      List<Edge> tree,
      List<Fact.Condition> holding,
      List<Fact.Condition> excluding,
      List<Fact.Touch> absent,
      Set<TableName> named,
      int rank) {
    List<State.Weighed> features = new ArrayList<>();
    features.add(new State.Weighed(tree.isEmpty() ? SINGLE : EDGES, Math.max(1, tree.size())));
    features.add(new State.Weighed(COST, JoinGraph.cost(tree)));
    features.add(new State.Weighed(LATER, rank));
    long bridges = tree.stream().filter(edge -> !named.contains(edge.to())).count();
    features.add(new State.Weighed(BRIDGES, bridges));
    Branch branch = new Branch(tree, draft.hard, holding);
    List<Predicate> filters = new ArrayList<>();
    branch.read(draft.root, filters);
    if (branch.semiJoins > 0) {
      features.add(new State.Weighed(SEMI, branch.semiJoins));
    }
    for (Fact.Condition condition : excluding) {
      Fact.Condition positive =
          new Fact.Condition(
              condition.target(), condition.test(), false, condition.joint(), condition.span());
      if (!exclude(draft.root, condition.target().table(), List.of(positive), filters)) {
        return Optional.empty();
      }
      features.add(new State.Weighed(ANTI, 1));
    }
    for (Fact.Touch touch : absent) {
      if (!exclude(draft.root, touch.table(), List.of(), filters)) {
        return Optional.empty();
      }
      features.add(new State.Weighed(ANTI, 1));
    }
    for (Fact.Condition other : draft.others) {
      Optional<Predicate> has = related(draft.root, other.target().table(), List.of(other), false);
      if (has.isEmpty()) {
        return Optional.empty();
      }
      filters.add(has.get());
    }
    Optional<List<Output>> outputs = outputs(draft);
    if (outputs.isEmpty()) {
      return Optional.empty();
    }
    SelectPlan plan =
        new SelectPlan(
            outputs.get(),
            draft.distinct,
            branch.tables,
            branch.joins,
            all(filters),
            draft.groups,
            all(draft.having),
            Optional.ofNullable(draft.topPerGroup),
            draft.order,
            Optional.ofNullable(draft.limit));
    return Optional.of(new Assembled(idle.dropped(plan), features));
  }

  private boolean exclude(
      TableName root, TableName target, List<Fact.Condition> conditions, List<Predicate> filters) {
    Optional<Predicate> lacks = related(root, target, conditions, true);
    lacks.ifPresent(filters::add);
    return lacks.isPresent();
  }

  /** Whether a row of the root has, or lacks, a row of the other table. */
  private Optional<Predicate> related(
      TableName root, TableName target, List<Fact.Condition> conditions, boolean negated) {
    List<List<Edge>> trees = graph.trees(root, List.of(target));
    if (trees.isEmpty() || trees.getFirst().isEmpty()) {
      return Optional.empty();
    }
    List<Edge> path = trees.getFirst();
    Edge first = path.getFirst();
    Branch inner = new Branch(path.subList(1, path.size()), Set.of(first.to()), conditions);
    return Optional.of(inner.member(first, negated));
  }

  /** What the draft shows, with the share of related rows; empty where they are not related. */
  private Optional<List<Output>> outputs(Draft draft) {
    if (draft.part == null) {
      return Optional.of(draft.outputs);
    }
    Draft.Part part = draft.part;
    return related(draft.root, part.table(), part.conditions(), part.negated())
        .map(
            where -> {
              List<Output> outputs = new ArrayList<>(draft.outputs);
              Output measured = outputs.get(part.output());
              outputs.set(part.output(), Expressions.share(measured, where, part.words()));
              return outputs;
            });
  }

  static Optional<Predicate> all(List<Predicate> parts) {
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(parts.size() == 1 ? parts.getFirst() : new Predicate.AllOf(parts));
  }

  /** A part of the join tree that becomes one FROM clause. */
  private final class Branch {
    private final List<Edge> tree;
    private final Set<TableName> hard;
    private final List<Fact.Condition> conditions;
    private final List<TableUse> tables = new ArrayList<>();
    private final List<Join> joins = new ArrayList<>();
    private int semiJoins;

    Branch(List<Edge> tree, Set<TableName> hard, List<Fact.Condition> conditions) {
      this.tree = tree;
      this.hard = hard;
      this.conditions = conditions;
    }

    void read(TableName node, List<Predicate> filters) {
      tables.add(new TableUse(node.toString(), node, Words.NONE));
      filters.addAll(Conditions.of(node, conditions));
      for (Edge edge : tree) {
        if (!edge.from().equals(node)) {
          continue;
        }
        if (multiplies(edge) && !holdsHard(edge.to()) && edge.fromColumns().size() == 1) {
          semiJoins++;
          filters.add(new Branch(tree, Set.of(), conditions).member(edge, false));
          continue;
        }
        joins.add(
            new Join(
                edge.from().toString(),
                edge.fromColumns(),
                edge.to().toString(),
                edge.toColumns()));
        read(edge.to(), filters);
      }
    }

    Predicate member(Edge edge, boolean negated) {
      List<Predicate> filters = new ArrayList<>();
      read(edge.to(), filters);
      Expression.ColumnUse inner = use(edge.to(), edge.toColumns().getFirst());
      if (negated && isNullable(edge.to(), inner.column())) {
        filters.add(new Predicate.Missing(inner, true, Words.NONE));
      }
      SelectPlan plan =
          new SelectPlan(
              List.of(Expressions.shown(inner)),
              false,
              tables,
              joins,
              all(filters),
              List.of(),
              Optional.empty(),
              Optional.empty(),
              List.of(),
              Optional.empty());
      return new Predicate.Member(
          use(edge.from(), edge.fromColumns().getFirst()), plan, negated, Words.NONE);
    }

    private boolean multiplies(Edge edge) {
      return edge.toMany()
          || tree.stream().anyMatch(next -> next.from().equals(edge.to()) && multiplies(next));
    }

    private boolean holdsHard(TableName node) {
      return hard.contains(node)
          || tree.stream().anyMatch(next -> next.from().equals(node) && holdsHard(next.to()));
    }

    private Expression.ColumnUse use(TableName table, String name) {
      Column column = graph.table(table).column(name).orElseThrow();
      return Expressions.column(table, column, Words.NONE);
    }

    private boolean isNullable(TableName table, String name) {
      return graph.table(table).column(name).orElseThrow().nullable()
          && !graph.table(table).primaryKey().contains(name);
    }
  }
}
