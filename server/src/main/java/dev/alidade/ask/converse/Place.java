package dev.alidade.ask.converse;

import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Words;
import dev.alidade.engine.Column;
import dev.alidade.sql.TableName;
import java.util.Objects;

/** A column of a table, whatever the alias under which a plan uses the table. */
public record Place(TableName table, Column column) {
  public Place {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(column, "column");
  }

  /** The column under the alias that plans give a table that they use once. */
  Expression.ColumnUse use() {
    return use(table.toString());
  }

  Expression.ColumnUse use(String alias) {
    return new Expression.ColumnUse(alias, column.name(), column.type(), Words.NONE);
  }
}
