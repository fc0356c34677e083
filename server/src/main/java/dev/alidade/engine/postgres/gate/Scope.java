package dev.alidade.engine.postgres.gate;

import dev.alidade.sql.TableName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What names mean inside one SELECT; what it does not know, the scope around it may. */
final class Scope {
  private final Optional<Scope> around;
  private final Set<String> commonTables = new HashSet<>();
  private final Map<String, Optional<TableName>> aliases = new HashMap<>();

  private Scope(Optional<Scope> around) {
    this.around = around;
  }

  static Scope outermost() {
    return new Scope(Optional.empty());
  }

  Scope inside() {
    return new Scope(Optional.of(this));
  }

  void addCommonTable(String name) {
    commonTables.add(name);
  }

  /** A name that columns may be qualified with; empty where it stands for no stored table. */
  void addAlias(String name, Optional<TableName> table) {
    aliases.put(name, table);
  }

  boolean isCommonTable(String name) {
    return commonTables.contains(name)
        || around.map(scope -> scope.isCommonTable(name)).orElse(false);
  }

  /** The table that a qualifier stands for. */
  Optional<TableName> tableOf(String qualifier) {
    Optional<TableName> own = aliases.get(qualifier);
    return own == null ? around.flatMap(scope -> scope.tableOf(qualifier)) : own;
  }

  /** The table that columns without a qualifier belong to, if there is only one. */
  Optional<TableName> onlyTable() {
    return aliases.size() == 1 ? aliases.values().iterator().next() : Optional.empty();
  }
}
