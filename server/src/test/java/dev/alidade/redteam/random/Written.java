package dev.alidade.redteam.random;

import java.util.List;
import java.util.Objects;

/** A query, and the columns that it gives; without names where they are not worth to be used. */
record Written(String sql, List<Relation.Field> fields) {
  Written {
    Objects.requireNonNull(sql, "sql");
    fields = List.copyOf(fields);
  }

  Relation as(String name) {
    return new Relation(name, fields);
  }
}
