package dev.alidade.engine.mysql.gate;

import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a statement names and where, gathered while it is read. */
record Findings(
    Set<TableName> tables,
    Set<String> columns,
    Set<String> functions,
    List<TablePlace> places,
    List<QualifierPlace> qualifiers,
    Set<String> aliases) {
  Findings() {
    this(
        new LinkedHashSet<>(),
        new LinkedHashSet<>(),
        new LinkedHashSet<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new LinkedHashSet<>());
  }
}
