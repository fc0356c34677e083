package dev.alidade.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a caller may know of a source: no hidden table or column, and of those that policies touch
 * neither values nor counts.
 */
final class SeenKnowledge {
  // As long as the whole is kept, so are its parts; callers with the same rights share one.
  private final Cache<SourceKnowledge, Map<String, SourceKnowledge>> seen =
      Caffeine.newBuilder().weakKeys().maximumSize(100).build();

  SourceKnowledge of(SourceKnowledge whole, Access access, String home) {
    if (access.isUnrestricted()) {
      return whole;
    }
    return seen.get(whole, ignored -> new ConcurrentHashMap<>())
        .computeIfAbsent(
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
