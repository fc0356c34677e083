package dev.alidade.catalog;

import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.ForeignKey;
import dev.alidade.engine.Table;
import dev.alidade.sql.TableName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes knowledge of what a source's catalog says and its rows show. */
final class KnowledgeBuilder {
  /** A source with thousands of tables must not be read from end to end to be known. */
  private static final Duration LONGEST_LOOK = Duration.ofMinutes(1);

  private final String source;
  private final SourceReader reader;
  private final Duration longestLook;

  KnowledgeBuilder(String source, SourceReader reader) {
    this(source, reader, LONGEST_LOOK);
  }

  /** Looks into tables for that long; those that remain are known by the catalog alone. */
  KnowledgeBuilder(String source, SourceReader reader, Duration longestLook) {
    this.source = source;
    this.reader = reader;
    this.longestLook = longestLook;
  }

  SourceKnowledge build(CatalogSnapshot declared) {
    TextValueIndex.Builder values = TextValueIndex.builder();
    Profiler profiler = new Profiler(reader, values);
    List<Table> tables = new ArrayList<>();
    Map<TableName, Map<String, ColumnProfile>> profiles = new LinkedHashMap<>();
    Map<Table, Map<String, ColumnProfile>> byTable = new LinkedHashMap<>();
    long until = System.nanoTime() + longestLook.toNanos();
    for (Table table : declared.tables()) {
      Profiler.TableProfile profile =
          System.nanoTime() < until ? profiler.profile(table) : Profiler.TableProfile.NONE;
      Table counted = withRows(table, profile.rows().or(table::rows));
      tables.add(counted);
      profiles.put(table.name(), profile.columns());
      byTable.put(counted, profile.columns());
    }
    List<ForeignKey> keys = new ArrayList<>(declared.foreignKeys());
    keys.addAll(new KeyInference(reader, tables, byTable).infer(declared.foreignKeys()));
    return new SourceKnowledge(source, new CatalogSnapshot(tables, keys), profiles, values.build());
  }

  private static Table withRows(Table table, Optional<Long> rows) {
    return new Table(
        table.name(), table.kind(), table.columns(), table.primaryKey(), table.comment(), rows);
  }
}
