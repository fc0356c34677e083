package dev.alidade.ask.exchange;

import dev.alidade.ask.ground.Mention;
import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.engine.ForeignKey;
import dev.alidade.engine.Table;
import dev.alidade.sql.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables that a question may need: those that it names, and those between them. */
record Linked(List<Table> tables) {
  private static final int SMALL = 12;
  private static final int MOST_NAMED = 8;
  private static final int MOST = 16;

  Linked {
    tables = List.copyOf(tables);
  }

  static Linked of(List<Mention> mentions, SourceKnowledge knowledge) {
    Map<TableName, Double> scores = scores(mentions);
    if (knowledge.tables().size() <= SMALL) {
      return new Linked(
          knowledge.tables().stream()
              .sorted(Comparator.comparingDouble(table -> -scores.getOrDefault(table.name(), 0.0)))
              .toList());
    }
    List<TableName> named =
        scores.entrySet().stream()
            .sorted(Comparator.comparingDouble(entry -> -entry.getValue()))
            .map(Map.Entry::getKey)
            .limit(MOST_NAMED)
            .toList();
    Set<TableName> all = new LinkedHashSet<>(named);
    mentions.stream()
        .filter(Mention.OfMetric.class::isInstance)
        .forEach(mention -> all.addAll(((Mention.OfMetric) mention).metric().tables()));
    Map<TableName, List<TableName>> neighbors = neighbors(knowledge);
    for (int index = 1; index < named.size(); index++) {
      all.addAll(between(named.getFirst(), named.get(index), neighbors));
    }
    Map<TableName, Table> known =
        knowledge.tables().stream()
            .collect(Collectors.toMap(Table::name, table -> table, (one, other) -> one));
    return new Linked(all.stream().filter(known::containsKey).limit(MOST).map(known::get).toList());
  }

  Set<TableName> names() {
    return tables.stream().map(Table::name).collect(Collectors.toSet());
  }

  /** The table itself counts most, then how well its columns and values fit. */
  private static Map<TableName, Double> scores(List<Mention> mentions) {
    Map<TableName, Double> scores = new LinkedHashMap<>();
    for (Mention mention : mentions) {
      if (mention instanceof Mention.OfTable table) {
        scores.merge(table.table(), 2 * table.score(), Double::sum);
      }
      if (mention instanceof Mention.OfColumn column) {
        scores.merge(column.table(), column.score() / Math.max(1, column.sameNames()), Double::sum);
      }
      if (mention instanceof Mention.OfValue value && value.exact()) {
        scores.merge(value.table(), value.score(), Double::sum);
      }
    }
    return scores;
  }

  private static Map<TableName, List<TableName>> neighbors(SourceKnowledge knowledge) {
    Map<TableName, List<TableName>> neighbors = new HashMap<>();
    for (ForeignKey key : knowledge.foreignKeys()) {
      neighbors.computeIfAbsent(key.from(), name -> new ArrayList<>()).add(key.to());
      neighbors.computeIfAbsent(key.to(), name -> new ArrayList<>()).add(key.from());
    }
    return neighbors;
  }

  /** The tables of a shortest way over foreign keys; none where there is no way. */
  private static List<TableName> between(
      TableName from, TableName to, Map<TableName, List<TableName>> neighbors) {
    Map<TableName, TableName> reachedFrom = new HashMap<>(Map.of(from, from));
    Deque<TableName> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty() && !reachedFrom.containsKey(to)) {
      TableName current = next.poll();
      for (TableName neighbor : neighbors.getOrDefault(current, List.of())) {
        if (reachedFrom.putIfAbsent(neighbor, current) == null) {
          next.add(neighbor);
        }
      }
    }
    List<TableName> way = new ArrayList<>();
    for (TableName at = reachedFrom.get(to);
        at != null && !at.equals(from);
        at = reachedFrom.get(at)) {
      way.add(at);
    }
    return way;
  }
}
