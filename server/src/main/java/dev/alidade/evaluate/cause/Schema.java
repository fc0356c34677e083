package dev.alidade.evaluate.cause;

import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.engine.ForeignKey;
import dev.alidade.engine.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which table has which columns, in lower case.
 *
 * @param columns by table
 * @param keys the column that a foreign key refers to, by that key; both as {@code table.column}
 */
public record Schema(Map<String, Set<String>> columns, Map<String, String> keys) {
  private static final int LONGEST_CHAIN = 5;

  public Schema {
    columns = Map.copyOf(columns);
    keys = Map.copyOf(keys);
  }

  /** The schema of a source. */
  public static Schema of(SourceKnowledge knowledge) {
    Map<String, Set<String>> columns = new HashMap<>();
    for (Table table : knowledge.tables()) {
      Set<String> names =
          columns.computeIfAbsent(lower(table.name().table()), name -> new HashSet<>());
      table.columns().forEach(column -> names.add(lower(column.name())));
    }
    Map<String, String> keys = new HashMap<>();
    for (ForeignKey key : knowledge.foreignKeys()) {
      if (key.columns().size() == 1) {
        keys.putIfAbsent(
            lower(key.from().table() + "." + key.columns().getFirst()),
            lower(key.to().table() + "." + key.toColumns().getFirst()));
      }
    }
    return new Schema(columns, keys);
  }

  boolean has(String table, String column) {
    return columns.getOrDefault(table, Set.of()).contains(column);
  }

  /** The column that holds the same thing where it is a key of its own. */
  String original(String column) {
    String found = column;
    for (int step = 0; step < LONGEST_CHAIN && keys.containsKey(found); step++) {
      found = keys.get(found);
    }
    return found;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
