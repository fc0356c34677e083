package dev.alidade.query;

import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Engine;
import dev.alidade.engine.Table;
import dev.alidade.engine.TableKind;
import dev.alidade.policy.TableShape;
import dev.alidade.sql.TableName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The columns of tables, for the views that policies put in their place. A column that is not known
 * yet is not shown, so knowing them late hides rather than shows.
 */
final class Shapes {
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final Clock clock;
  private final Map<String, Known> sources = new ConcurrentHashMap<>();

  private record Known(Instant readAt, Map<TableName, TableShape> tables) {}

  Shapes(Clock clock) {
    this.clock = clock;
  }

  Optional<TableShape> find(String source, Engine engine, TableName table) {
    Known known =
        sources.compute(source, (ignored, last) -> isTooOld(last, FRESH) ? read(engine) : last);
    if (!known.tables().containsKey(table) && isTooOld(known, BETWEEN_LOOKS)) {
      known = sources.compute(source, (ignored, last) -> read(engine));
    }
    return Optional.ofNullable(known.tables().get(table));
  }

  /** The source is another one now. */
  void forget(String source) {
    sources.remove(source);
  }

  private boolean isTooOld(Known known, Duration age) {
    return known == null || known.readAt().plus(age).isBefore(clock.instant());
  }

  private Known read(Engine engine) {
    CatalogSnapshot catalog = engine.readCatalog();
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
    return new Known(clock.instant(), Map.copyOf(tables));
  }
}
