package dev.alidade.redteam.random;

import java.util.List;
import java.util.Objects;

/**
 * Something with columns that stands in a FROM: a table, a sub-query, a common table expression.
 */
record Relation(String name, List<Field> fields) {
  Relation {
    Objects.requireNonNull(name, "name");
    fields = List.copyOf(fields);
  }

  /** A column of it. */
  record Field(String name, Kind kind) {
    Field {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(kind, "kind");
    }
  }

  Relation named(String other) {
    return new Relation(other, fields);
  }

  List<Field> fields(Kind kind) {
    return fields.stream().filter(field -> field.kind() == kind).toList();
  }

  boolean has(String field) {
    return fields.stream().anyMatch(own -> own.name().equals(field));
  }
}
