package dev.alidade.engine.duckdb.gate;

import dev.alidade.base.Nearest;
import dev.alidade.sql.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a statement may name: the tables and views of one database, and the functions it knows. */
public final class Relations {
  private final String database;
  private final Set<String> functions;
  private final Set<String> macros;
  private final Map<String, TableName> byPath = new HashMap<>();

  /**
   * Names as the engine's catalog has them.
   *
   * @param database the name that the database has in the engine
   * @param functions every function that the engine knows, in lower case
   * @param macros functions that the database itself defines, in lower case
   */
  public Relations(
      String database, List<TableName> tables, Set<String> functions, Set<String> macros) {
    this.database = database;
    this.functions = Set.copyOf(functions);
    this.macros = Set.copyOf(macros);
    for (TableName table : tables) {
      byPath.put(key(List.of(table.schema().orElse("main"), table.table())), table);
      if (table.schema().isEmpty()) {
        byPath.put(key(List.of(table.table())), table);
      }
    }
  }

  /** The table that a path of up to three names means. */
  Optional<TableName> find(List<String> path) {
    TableName found = byPath.get(key(path));
    if (found == null && path.size() > 1 && path.getFirst().equalsIgnoreCase(database)) {
      found = byPath.get(key(path.subList(1, path.size())));
    }
    return Optional.ofNullable(found);
  }

  /** The words "; did you mean ...?" for a table that does not exist. */
  String hint(String table) {
    return Nearest.hint(table, byPath.values().stream().map(TableName::table).toList());
  }

  boolean knowsFunction(String name) {
    return functions.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether the database defines a function of that name, which then hides the engine's own. */
  boolean definesFunction(String name) {
    return macros.contains(name.toLowerCase(Locale.ROOT));
  }

  private static String key(List<String> path) {
    return path.stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("\u0000"));
  }
}
