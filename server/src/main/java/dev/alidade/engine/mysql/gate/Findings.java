package dev.alidade.engine.mysql.gate;

import dev.alidade.sql.TableName;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a statement names, gathered while it is read. */
record Findings(Set<TableName> tables, Set<String> columns, Set<String> functions) {
  Findings() {
    this(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
  }
}
