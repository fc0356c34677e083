package dev.alidade.catalog;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Objects;

/** A foreign key as callers see it. */
public record KeyDescription(
    List<String> columns,
    String referencesTable,
    List<String> referencesColumns,
    @Description("Found by names and values, not declared in the database") boolean inferred) {
  public KeyDescription {
    columns = List.copyOf(columns);
    Objects.requireNonNull(referencesTable, "referencesTable");
    referencesColumns = List.copyOf(referencesColumns);
  }
}
