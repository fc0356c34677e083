package dev.alidade.semantic;

import java.util.List;
import java.util.Objects;

/**
 * Rows of one dataset that belong to a row of another; columns pair one to one.
 *
 * @param from the dataset with many rows
 * @param to the dataset with one row for each of them
 * @param synonyms what people call the row in this role: "origin", "manager"
 */
public record Relationship(
    String name,
    String from,
    List<String> fromColumns,
    String to,
    List<String> toColumns,
    List<String> synonyms) {
  public Relationship {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(from, "from");
    fromColumns = List.copyOf(fromColumns);
    Objects.requireNonNull(to, "to");
    toColumns = List.copyOf(toColumns);
    synonyms = List.copyOf(synonyms);
    if (fromColumns.isEmpty() || fromColumns.size() != toColumns.size()) {
      throw new IllegalArgumentException("a relationship pairs columns one to one");
    }
  }
}
