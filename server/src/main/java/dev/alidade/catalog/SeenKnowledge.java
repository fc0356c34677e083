package dev.alidade.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.base.Caches;
import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Column;
import dev.alidade.engine.ForeignKey;
import dev.alidade.engine.Table;
import dev.alidade.engine.TableKind;
import dev.alidade.policy.Access;
import dev.alidade.sql.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What callers may know of a source: no hidden table or column, and of those that policies touch
 * neither values nor counts.
 */
final class SeenKnowledge {
  private static final int MOST_PARTS = 1_000;

  private final SourceKnowledge whole;
  private final Cache<String, SourceKnowledge> parts =
      Caches.builder().maximumSize(MOST_PARTS).build();

  SeenKnowledge(SourceKnowledge whole) {
    this.whole = whole;
  }

  SourceKnowledge whole() {
    return whole;
  }

  /** The same for all who see the same. */
  SourceKnowledge by(Access access, String home) {
    return parts.get(
        access.fingerprint(whole.source()), ignored -> new Seeing(whole, access, home).all());
  }

  /** One caller's look at one source. */
  private record Seeing(SourceKnowledge whole, Access access, String home) {
    SourceKnowledge all() {
      List<Table> tables = whole.tables().stream().filter(this::sees).map(this::part).toList();
      List<TableName> names = tables.stream().map(Table::name).toList();
      List<ForeignKey> keys =
          whole.foreignKeys().stream()
              .filter(key -> names.contains(key.from()) && names.contains(key.to()))
              .filter(key -> seesAll(key.from(), key.columns()))
              .filter(key -> seesAll(key.to(), key.toColumns()))
              .toList();
      Map<TableName, Map<String, ColumnProfile>> profiles = new HashMap<>();
      for (TableName name : names) {
        Map<String, ColumnProfile> clear =
            new HashMap<>(whole.profiles().getOrDefault(name, Map.of()));
        clear.keySet().removeIf(column -> !isClear(name, column));
        profiles.put(name, Map.copyOf(clear));
      }
      ValueIndex values =
          words ->
              whole.values().find(words).stream()
                  .filter(match -> names.contains(match.table()))
                  .filter(match -> isClear(match.table(), match.column()))
                  .toList();
      return new SourceKnowledge(
          whole.source(), new CatalogSnapshot(tables, keys), profiles, values);
    }

    private boolean sees(Table table) {
      return table.kind() == TableKind.VIEW
          ? access.view(whole.source(), table.name(), home).allowed()
          : access.table(whole.source(), table.name(), home).allowed();
    }

    private Table part(Table table) {
      List<Column> columns =
          table.columns().stream().filter(column -> sees(table.name(), column.name())).toList();
      boolean filtered =
          access.policiesOn(whole.source(), table.name(), home).stream()
              .anyMatch(policy -> policy.rows().isPresent());
      return new Table(
          table.name(),
          table.kind(),
          columns,
          seesAll(table.name(), table.primaryKey()) ? table.primaryKey() : List.of(),
          table.comment(),
          filtered ? Optional.empty() : table.rows());
    }

    private boolean seesAll(TableName table, List<String> columns) {
      return columns.stream().allMatch(column -> sees(table, column));
    }

    private boolean sees(TableName table, String column) {
      return access.seesColumn(whole.source(), table, column, home);
    }

    private boolean isClear(TableName table, String column) {
      return access.seesClearly(whole.source(), table, column, home);
    }
  }
}
