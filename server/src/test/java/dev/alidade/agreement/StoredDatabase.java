package dev.alidade.agreement;

import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.ForeignKey;
import dev.alidade.engine.Table;
import dev.alidade.engine.TableKind;
import dev.alidade.sql.TableName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a whole SQLite database for copying, with those keys that its rows satisfy. */
public final class StoredDatabase {
  /** Servers limit the bytes of a key. */
  private static final int LONGEST_KEY = 400;

  private final Path file;
  private final CatalogSnapshot catalog;

  /** The database in {@code file}, whose catalog the engine has read. */
  public StoredDatabase(Path file, CatalogSnapshot catalog) {
    this.file = file;
    this.catalog = catalog;
  }

  /** All tables, each after those that it refers to. */
  public List<CopiedTable> tables() {
    Map<TableName, StoredTable> stored = new LinkedHashMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (Table table : catalog.tables()) {
        if (table.kind() == TableKind.TABLE) {
          stored.put(table.name(), StoredTable.read(table, statement));
        }
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    catalog.foreignKeys().forEach(key -> StoredTable.alignTypes(key, stored));
    Map<TableName, CopiedTable> bare = new LinkedHashMap<>();
    stored.forEach((name, table) -> bare.put(name, withPrimaryKey(table)));
    List<CopiedTable> ordered = new ArrayList<>();
    Set<TableName> waiting = new HashSet<>(bare.keySet());
    while (!waiting.isEmpty()) {
      TableName next =
          bare.keySet().stream()
              .filter(waiting::contains)
              .filter(name -> targets(name).noneMatch(waiting::contains))
              .findFirst()
              // Tables in a circle: one of them goes first, without the key that closes it.
              .orElseGet(() -> bare.keySet().stream().filter(waiting::contains).findFirst().get());
      waiting.remove(next);
      ordered.add(withKeys(next, bare, waiting));
    }
    return ordered;
  }

  private java.util.stream.Stream<TableName> targets(TableName table) {
    return catalog.foreignKeys().stream()
        .filter(key -> key.from().equals(table) && !key.to().equals(table))
        .map(ForeignKey::to);
  }

  private CopiedTable withKeys(
      TableName name, Map<TableName, CopiedTable> bare, Set<TableName> waiting) {
    CopiedTable table = bare.get(name);
    List<CopiedTable.Reference> references = new ArrayList<>();
    for (ForeignKey key : catalog.foreignKeys()) {
      CopiedTable target = bare.get(key.to());
      if (key.from().equals(name)
          && target != null
          && !key.from().equals(key.to())
          && !waiting.contains(key.to())) {
        CopiedTable.Reference reference =
            new CopiedTable.Reference(key.columns(), target.name(), key.toColumns());
        if (isSatisfied(reference, table, target)) {
          references.add(reference);
        }
      }
    }
    return new CopiedTable(
        table.name(), table.columns(), table.primaryKey(), references, table.rows());
  }

  private static boolean isSatisfied(
      CopiedTable.Reference reference, CopiedTable table, CopiedTable target) {
    Optional<int[]> from = places(table, reference.columns());
    Optional<int[]> to = places(target, reference.targetColumns());
    if (from.isEmpty() || to.isEmpty() || !target.primaryKey().equals(reference.targetColumns())) {
      return false;
    }
    for (int index = 0; index < from.get().length; index++) {
      ColumnForm left = table.columns().get(from.get()[index]);
      ColumnForm right = target.columns().get(to.get()[index]);
      if (left.kind() != right.kind() || left.scale() != right.scale()) {
        return false;
      }
    }
    Set<List<Object>> known = new HashSet<>();
    target.rows().forEach(row -> known.add(cells(row, to.get())));
    return table.rows().stream()
        .map(row -> cells(row, from.get()))
        .allMatch(cells -> cells.contains(null) || known.contains(cells));
  }

  private static CopiedTable withPrimaryKey(StoredTable table) {
    CopiedTable copied = table.copied(List.of());
    return isUnique(table.primaryKey(), copied) ? table.copied(table.primaryKey()) : copied;
  }

  private static boolean isUnique(List<String> key, CopiedTable table) {
    Optional<int[]> places = places(table, key);
    if (key.isEmpty() || places.isEmpty()) {
      return false;
    }
    int length =
        Arrays.stream(places.get()).map(place -> table.columns().get(place).length()).sum();
    if (length > LONGEST_KEY) {
      return false;
    }
    Set<List<Object>> seen = new HashSet<>();
    return table.rows().stream()
        .map(row -> cells(row, places.get()))
        .allMatch(cells -> !cells.contains(null) && seen.add(cells));
  }

  private static List<Object> cells(Object[] row, int[] places) {
    List<Object> cells = new ArrayList<>();
    for (int place : places) {
      cells.add(row[place]);
    }
    return cells;
  }

  private static Optional<int[]> places(CopiedTable table, List<String> columns) {
    List<String> names = table.columns().stream().map(ColumnForm::name).toList();
    int[] places = columns.stream().mapToInt(names::indexOf).toArray();
    return Arrays.stream(places).anyMatch(place -> place < 0)
        ? Optional.empty()
        : Optional.of(places);
  }
}
