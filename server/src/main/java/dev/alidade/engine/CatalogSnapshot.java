package dev.alidade.engine;

import java.util.List;
import java.util.Optional;

/** All tables of a source and the foreign keys that it declares, at one moment. */
public record CatalogSnapshot(List<Table> tables, List<ForeignKey> foreignKeys) {
  public CatalogSnapshot {
    tables = List.copyOf(tables);
    foreignKeys = List.copyOf(foreignKeys);
  }

  /** Whether another has the same tables, columns and keys, whatever the estimates of rows. */
  public boolean isDeclaredAs(CatalogSnapshot other) {
    return equals(other)
        || (foreignKeys.equals(other.foreignKeys) && uncounted().equals(other.uncounted()));
  }

  private List<Table> uncounted() {
    return tables.stream()
        .map(
            table ->
                new Table(
                    table.name(),
                    table.kind(),
                    table.columns(),
                    table.primaryKey(),
                    table.comment(),
                    Optional.empty()))
        .toList();
  }

  /** The table that is written so ({@code table} or {@code schema.table}), letter case aside. */
  public Optional<Table> table(String written) {
    return tables.stream()
        .filter(
            table ->
                table.name().toString().equalsIgnoreCase(written)
                    || table.name().table().equalsIgnoreCase(written))
        .findFirst();
  }
}
