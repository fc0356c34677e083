package dev.alidade.ask.build;

import dev.alidade.engine.Column;
import dev.alidade.sql.TableName;

/** A column of a table. */
record Target(TableName table, Column column) {
  boolean isSame(Target other) {
    return table.equals(other.table) && column.name().equals(other.column.name());
  }
}
