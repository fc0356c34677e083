package dev.alidade.catalog;

import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.ForeignKey;
import dev.alidade.engine.Table;
import dev.alidade.sql.TableName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What Alidade knows of a source, as of one moment.
 *
 * @param catalog tables as declared, with foreign keys declared and inferred
 * @param profiles what the columns of a table hold, by table and column name
 * @param values text values of the source, for finding what a question names
 */
public record SourceKnowledge(
    String source,
    CatalogSnapshot catalog,
    Map<TableName, Map<String, ColumnProfile>> profiles,
    ValueIndex values) {
  public SourceKnowledge {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(catalog, "catalog");
    profiles = Map.copyOf(profiles);
    Objects.requireNonNull(values, "values");
  }

  /** All tables. */
  public List<Table> tables() {
    return catalog.tables();
  }

  /** Foreign keys, declared and inferred. */
  public List<ForeignKey> foreignKeys() {
    return catalog.foreignKeys();
  }

  /** What a column holds, where it was profiled. */
  public Optional<ColumnProfile> profile(TableName table, String column) {
    return Optional.ofNullable(profiles.getOrDefault(table, Map.of()).get(column));
  }
}
