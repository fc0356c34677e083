package dev.alidade.ask.build;

import dev.alidade.ask.ground.NameWords;
import dev.alidade.ask.plan.Domain;
import dev.alidade.ask.plan.Expression;
import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.engine.ForeignKey;
import dev.alidade.engine.Table;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** Tables and the foreign keys between them; finds the cheapest trees that hold given tables. */
final class JoinGraph {
  private static final int MOST_PATHS = 3;
  private static final int LONGEST_PATH = 6;
  private static final double SLACK = 0.3;

  private final Map<TableName, List<Edge>> edges = new HashMap<>();
  private final SourceKnowledge knowledge;
  private final ColumnFacts columns;
  private final Map<TableName, Table> tables = new HashMap<>();
  private final Map<String, Table> byAlias = new HashMap<>();
  private final Map<String, Set<String>> keys = new HashMap<>();
  private final Map<String, Set<String>> references = new HashMap<>();
  private final Map<List<String>, Role> roles = new HashMap<>();

  JoinGraph(Domain domain) {
    this.knowledge = domain.knowledge();
    this.columns = new ColumnFacts(domain);
    for (Table table : knowledge.tables()) {
      tables.put(table.name(), table);
      byAlias.put(table.name().toString(), table);
      keys.put(table.name().toString(), new LinkedHashSet<>(table.primaryKey()));
    }
    Map<List<TableName>, List<ForeignKey>> byPair = new LinkedHashMap<>();
    for (ForeignKey key : knowledge.foreignKeys()) {
      if (isKnown(key.from(), key.columns()) && isKnown(key.to(), key.toColumns())) {
        keys.get(key.from().toString()).addAll(key.columns());
        references
            .computeIfAbsent(key.from().toString(), from -> new LinkedHashSet<>())
            .addAll(key.columns());
        byPair.computeIfAbsent(List.of(key.from(), key.to()), pair -> new ArrayList<>()).add(key);
      }
    }
    for (List<ForeignKey> pair : byPair.values()) {
      List<ForeignKey> merged = merged(pair);
      merged.forEach(this::add);
      if (merged.size() > 1) {
        roles(merged);
      }
    }
  }

  Table table(TableName name) {
    return tables.get(name);
  }

  /** The column that an expression reads. */
  Optional<Target> target(Expression.ColumnUse use) {
    return named(use.table())
        .flatMap(
            table -> table.column(use.column()).map(column -> new Target(table.name(), column)));
  }

  /** What is known of single columns. */
  ColumnFacts columns() {
    return columns;
  }

  /** The table that plans call by this alias. */
  Optional<Table> named(String alias) {
    return Optional.ofNullable(byAlias.get(alias));
  }

  /**
   * Trees that hold the root and all other tables, the cheapest first; each edge leads away from
   * the root. Empty where the tables are not connected.
   */
  List<List<Edge>> trees(TableName root, Collection<TableName> others) {
    List<List<Edge>> trees = new ArrayList<>();
    trees.add(List.of());
    List<TableName> waiting = new ArrayList<>(others);
    waiting.remove(root);
    while (!waiting.isEmpty()) {
      List<List<Edge>> grown = new ArrayList<>();
      TableName next = nearest(trees.getFirst(), root, waiting);
      if (next == null) {
        return List.of();
      }
      for (List<Edge> tree : trees) {
        for (List<Edge> path : paths(nodes(tree, root), next)) {
          List<Edge> more = new ArrayList<>(tree);
          more.addAll(path);
          grown.add(more);
        }
      }
      grown.sort(Comparator.comparingDouble(JoinGraph::cost));
      trees = grown.subList(0, Math.min(MOST_PATHS, grown.size()));
      waiting.remove(next);
      Set<TableName> reached = nodes(trees.getFirst(), root);
      if (trees.stream().allMatch(tree -> nodes(tree, root).containsAll(reached))) {
        waiting.removeAll(reached);
      }
    }
    return trees;
  }

  /**
   * In which role a table refers to another.
   *
   * @param words those of the column's name that the other columns which refer there do not have
   * @param otherWords those of the others that this one does not have
   */
  record Role(Set<String> words, Set<String> otherWords, boolean isFirst) {
    static final Role ONLY = new Role(Set.of(), Set.of(), true);

    boolean isOnly() {
      return words.isEmpty() && otherWords.isEmpty();
    }
  }

  /** The role in which a column refers to another table. */
  Role role(String table, String column, String other) {
    return roles.getOrDefault(List.of(table, column, other), Role.ONLY);
  }

  private void roles(List<ForeignKey> keys) {
    for (ForeignKey key : keys) {
      Set<String> own = NameWords.lemmas(key.columns().getFirst());
      Set<String> others = new LinkedHashSet<>();
      keys.stream()
          .filter(one -> !one.equals(key))
          .forEach(one -> others.addAll(NameWords.lemmas(one.columns().getFirst())));
      Set<String> distinctive = new LinkedHashSet<>(own);
      distinctive.removeAll(others);
      others.removeAll(own);
      roles.put(
          List.of(key.from().toString(), key.columns().getFirst(), key.to().toString()),
          new Role(distinctive, others, key.equals(keys.getFirst())));
    }
  }

  /** Whether a column refers to a row of another table and is no key of its own. */
  boolean isReference(String table, String column) {
    return references.getOrDefault(table, Set.of()).contains(column)
        && !byAlias.get(table).primaryKey().equals(List.of(column));
  }

  /** Whether a column is a key of its table, or refers to one of another. */
  boolean isKey(String table, String column) {
    return keys.getOrDefault(table, Set.of()).contains(column);
  }

  /** Whether each row of the root belongs to one row of the other table. */
  boolean isToOne(TableName root, TableName target) {
    List<List<Edge>> trees = trees(root, List.of(target));
    return !trees.isEmpty() && trees.getFirst().stream().noneMatch(Edge::toMany);
  }

  /** Whether each row of the root belongs to one of the other table, so that this says nothing. */
  boolean belongs(TableName root, TableName target) {
    List<List<Edge>> trees = trees(root, List.of(target));
    return !trees.isEmpty() && trees.getFirst().stream().allMatch(Edge::always);
  }

  /** Whether the foreign key between the tables leads from the left to the right one. */
  boolean refers(String left, List<String> leftColumns, String right) {
    return edges.getOrDefault(byAlias.get(left).name(), List.of()).stream()
        .anyMatch(
            edge ->
                edge.always()
                    && edge.fromColumns().equals(leftColumns)
                    && edge.to().toString().equals(right));
  }

  /** Tables that one foreign key connects with this one. */
  Set<TableName> neighbors(TableName table) {
    Set<TableName> neighbors = new LinkedHashSet<>();
    edges.getOrDefault(table, List.of()).forEach(edge -> neighbors.add(edge.to()));
    return neighbors;
  }

  /** Whether a column of the table is a date or a time. */
  boolean isDated(TableName table) {
    return tables.get(table).columns().stream()
        .anyMatch(column -> column.type().kind().isTemporal());
  }

  /** Of the dated tables that each row belongs to one row of, the one with the most rows. */
  Set<TableName> datedOwner(TableName table) {
    return edges.getOrDefault(table, List.of()).stream()
        .filter(edge -> !edge.toMany() && isDated(edge.to()))
        .map(Edge::to)
        .max(Comparator.comparingLong(this::rows))
        .map(Set::of)
        .orElse(Set.of());
  }

  private long rows(TableName table) {
    return tables.get(table).columns().stream()
        .flatMap(column -> knowledge.profile(table, column.name()).stream())
        .mapToLong(profile -> profile.rows())
        .max()
        .orElse(0);
  }

  static double cost(List<Edge> tree) {
    return tree.stream().mapToDouble(Edge::cost).sum();
  }

  static Set<TableName> nodes(List<Edge> tree, TableName root) {
    Set<TableName> nodes = new LinkedHashSet<>();
    nodes.add(root);
    tree.forEach(edge -> nodes.add(edge.to()));
    return nodes;
  }

  /** The cheapest way from any of these tables; none where they are not connected. */
  Optional<List<Edge>> way(Set<TableName> from, TableName target) {
    return paths(from, target).stream().findFirst();
  }

  private TableName nearest(List<Edge> tree, TableName root, List<TableName> waiting) {
    TableName nearest = null;
    double least = Double.MAX_VALUE;
    for (TableName candidate : waiting) {
      List<List<Edge>> found = paths(nodes(tree, root), candidate);
      if (!found.isEmpty() && cost(found.getFirst()) < least) {
        least = cost(found.getFirst());
        nearest = candidate;
      }
    }
    return nearest;
  }

  private record Path(TableName end, List<Edge> edges, double cost) {}

  /** The cheapest paths from any of the nodes, and those that are hardly dearer. */
  private List<List<Edge>> paths(Set<TableName> nodes, TableName target) {
    if (nodes.contains(target)) {
      return List.of(List.of());
    }
    PriorityQueue<Path> queue = new PriorityQueue<>(Comparator.comparingDouble(Path::cost));
    nodes.forEach(node -> queue.add(new Path(node, List.of(), 0)));
    List<List<Edge>> found = new ArrayList<>();
    double limit = Double.MAX_VALUE;
    int steps = 0;
    while (!queue.isEmpty() && found.size() < MOST_PATHS && steps++ < 2_000) {
      Path path = queue.poll();
      if (path.cost > limit) {
        break;
      }
      if (path.end.equals(target)) {
        found.add(path.edges);
        limit = Math.min(limit, path.cost + SLACK);
        continue;
      }
      if (path.edges.size() >= LONGEST_PATH) {
        continue;
      }
      for (Edge edge : edges.getOrDefault(path.end, List.of())) {
        boolean back =
            nodes.contains(edge.to())
                || path.edges.stream().anyMatch(before -> before.to().equals(edge.to()));
        if (!back) {
          List<Edge> more = new ArrayList<>(path.edges);
          more.add(edge);
          queue.add(new Path(edge.to(), more, path.cost + edge.cost()));
        }
      }
    }
    return found;
  }

  private void add(ForeignKey key) {
    if (key.from().equals(key.to())) {
      return;
    }
    double cost = key.inferred() ? 1.2 : 1;
    boolean unique =
        Set.copyOf(tables.get(key.from()).primaryKey()).equals(Set.copyOf(key.columns()));
    edge(new Edge(key.from(), key.columns(), key.to(), key.toColumns(), false, true, cost));
    edge(new Edge(key.to(), key.toColumns(), key.from(), key.columns(), !unique, false, cost));
  }

  private void edge(Edge edge) {
    edges.computeIfAbsent(edge.from(), from -> new ArrayList<>()).add(edge);
  }

  /**
   * Keys of one column each that point at different columns of the same table are one key that was
   * declared in parts; keys that point at the same column are different roles.
   */
  private static List<ForeignKey> merged(List<ForeignKey> keys) {
    Set<List<String>> targets = new LinkedHashSet<>();
    keys.forEach(key -> targets.add(key.toColumns()));
    boolean parts =
        keys.size() > 1
            && targets.size() == keys.size()
            && keys.stream().allMatch(key -> key.columns().size() == 1);
    if (!parts) {
      return keys;
    }
    ForeignKey first = keys.getFirst();
    return List.of(
        new ForeignKey(
            first.from(),
            keys.stream().map(key -> key.columns().getFirst()).toList(),
            first.to(),
            keys.stream().map(key -> key.toColumns().getFirst()).toList(),
            first.inferred()));
  }

  private boolean isKnown(TableName name, List<String> columns) {
    Table table = tables.get(name);
    return table != null && columns.stream().allMatch(column -> table.column(column).isPresent());
  }
}
