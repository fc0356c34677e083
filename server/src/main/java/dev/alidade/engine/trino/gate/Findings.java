package dev.alidade.engine.trino.gate;

import dev.alidade.sql.Reason;
import dev.alidade.sql.TableName;
import io.trino.sql.tree.Table;
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
  private final List<Place> places = new ArrayList<>();
  private int parameters;

  /** Where a table of the source stands. */
  record Place(Table node, TableName table) {}

  void table(Table node, TableName name) {
    tables.add(name);
    places.add(new Place(node, name));
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

  List<Place> places() {
    return List.copyOf(places);
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
