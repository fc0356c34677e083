package dev.alidade.query;

import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Schema;
import dev.alidade.engine.Sources;
import dev.alidade.engine.Table;
import dev.alidade.engine.TableKind;
import dev.alidade.policy.TableShape;
import dev.alidade.sql.TableName;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The columns of tables, for the views that policies put in their place. A column that is not known
 * yet is not shown, so knowing them late hides rather than shows.
 */
final class Shapes {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final Sources sources;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  private record Known(CatalogSnapshot catalog, Map<TableName, TableShape> tables) {}

  Shapes(Sources sources) {
    this.sources = sources;
  }

  Optional<TableShape> find(String source, TableName table) {
    Schema schema = sources.schema(source);
    Optional<TableShape> shape = shape(source, schema.lately(), table);
    return shape.isPresent() ? shape : shape(source, schema.within(BETWEEN_LOOKS), table);
  }

  /** The source is another one now. */
  void forget(String source) {
    known.remove(source);
  }

  @SuppressWarnings("ReferenceEquality") // the very snapshot that the shapes were made of
  private Optional<TableShape> shape(String source, CatalogSnapshot catalog, TableName table) {
    Known now =
        known.compute(
            source,
            (ignored, last) ->
                last != null && last.catalog() == catalog
                    ? last
                    : new Known(catalog, shapes(catalog)));
    return Optional.ofNullable(now.tables().get(table));
  }

  private static Map<TableName, TableShape> shapes(CatalogSnapshot catalog) {
    Map<TableName, TableShape> tables = new HashMap<>();
    for (Table table : catalog.tables()) {
      tables.put(
          table.name(),
          new TableShape(
              table.name(),
              table.kind() == TableKind.VIEW,
              table.columns().stream()
                  .map(column -> new TableShape.Column(column.name(), column.type()))
                  .toList()));
    }
    return Map.copyOf(tables);
  }
}
