package dev.alidade.policy;

import dev.alidade.sql.DataType;
import dev.alidade.sql.TableName;
import java.util.List;
import java.util.Objects;

/** What a rule has to know of a table. */
public record TableShape(TableName name, boolean isView, List<Column> columns) {
  public TableShape {
    Objects.requireNonNull(name, "name");
    columns = List.copyOf(columns);
  }

  /** A column by its name in the catalog. */
  public record Column(String name, DataType type) {
    public Column {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(type, "type");
    }
  }
}
