package dev.alidade.ask.plan;

import dev.alidade.sql.TableName;
import java.util.Objects;

/** A table in one role; the same table may be used twice under two aliases. */
public record TableUse(String alias, TableName table, Words words) {
  public TableUse {
    Objects.requireNonNull(alias, "alias");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(words, "words");
  }
}
