package dev.alidade.engine.trino.gate;

import dev.alidade.sql.Reason;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a walk over a syntax tree has found so far. */
final class Findings {
  private final Set<TableName> tables = new LinkedHashSet<>();
  private final Set<String> columns = new LinkedHashSet<>();
  private final Set<String> functions = new TreeSet<>();
  private final List<Reason> reasons = new ArrayList<>();
  private int parameters;

  void table(TableName name) {
    tables.add(name);
  }

  void column(String name) {
    columns.add(name);
  }

  void function(String name) {
    functions.add(name);
  }

  void parameter() {
    parameters++;
  }

  void reason(Reason reason) {
    reasons.add(reason);
  }

  List<TableName> tables() {
    return List.copyOf(tables);
  }

  List<String> columns() {
    return List.copyOf(columns);
  }

  List<String> functions() {
    return List.copyOf(functions);
  }

  List<Reason> reasons() {
    return List.copyOf(reasons);
  }

  /** Whether both texts read and call the same. */
  boolean sameAs(Findings other) {
    return tables.equals(other.tables)
        && columns.equals(other.columns)
        && functions.equals(other.functions)
        && parameters == other.parameters
        && reasons.isEmpty()
        && other.reasons.isEmpty();
  }
}
