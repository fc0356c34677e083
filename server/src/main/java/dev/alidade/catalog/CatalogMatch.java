package dev.alidade.catalog;

import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

/** A table, column or value that fits what was looked for. */
public record CatalogMatch(
    String source,
    String table,
    Optional<String> column,
    MatchKind kind,
    @Description("The name or value that fits") String text,
    @Description("1 is an exact match") double score) {
  public CatalogMatch {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
  }
}
