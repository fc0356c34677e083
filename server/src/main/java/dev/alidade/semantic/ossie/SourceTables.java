package dev.alidade.semantic.ossie;

import dev.alidade.base.Nearest;
import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables that a model may speak of; where they are not known, it may speak of any. */
public final class SourceTables {
  /** Any table may be there. */
  public static final SourceTables UNKNOWN = new SourceTables(Optional.empty());

  private static final Pattern PART = Pattern.compile("\\G([^.\"`]+|\"[^\"]+\"|`[^`]+`)(\\.|$)");

  private final Optional<CatalogSnapshot> catalog;

  private SourceTables(Optional<CatalogSnapshot> catalog) {
    this.catalog = catalog;
  }

  /** These tables and no others. */
  public static SourceTables of(CatalogSnapshot catalog) {
    return new SourceTables(Optional.of(catalog));
  }

  /** What a dataset's source names: {@code database.schema.table}, or less; empty for a query. */
  static Optional<TableName> name(String source) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(source.strip());
    int end = 0;
    while (matcher.find()) {
      parts.add(matcher.group(1).replaceAll("[\"`]", ""));
      end = matcher.end();
    }
    boolean isName =
        end == source.strip().length()
            && !parts.isEmpty()
            && parts.size() <= 3
            && !source.strip().toLowerCase(Locale.ROOT).matches("(?s)(select|with)\\s.*");
    if (!isName) {
      return Optional.empty();
    }
    return Optional.of(
        parts.size() == 1
            ? TableName.of(parts.getFirst())
            : TableName.of(parts.get(parts.size() - 2), parts.getLast()));
  }

  /** Whether it is known what there is. */
  boolean areKnown() {
    return catalog.isPresent();
  }

  /** The table that a model means; its schema need not be written where one table has the name. */
  public Optional<Table> find(TableName name) {
    List<Table> named =
        catalog.map(CatalogSnapshot::tables).orElse(List.of()).stream()
            .filter(table -> table.name().table().equalsIgnoreCase(name.table()))
            .toList();
    Optional<Table> exact = named.stream().filter(table -> table.name().equals(name)).findFirst();
    Optional<Table> same =
        exact.or(
            () ->
                named.stream()
                    .filter(table -> isSame(table.name().schema(), name.schema()))
                    .findFirst());
    if (same.isPresent()) {
      return same;
    }
    boolean eitherWithout =
        named.size() == 1
            && (name.schema().isEmpty() || named.getFirst().name().schema().isEmpty());
    return eitherWithout ? Optional.of(named.getFirst()) : Optional.empty();
  }

  private static boolean isSame(Optional<String> left, Optional<String> right) {
    return Objects.equals(
        left.map(schema -> schema.toLowerCase(Locale.ROOT)),
        right.map(schema -> schema.toLowerCase(Locale.ROOT)));
  }

  /** The end of a sentence on a table that is not there. */
  String hint(TableName wrong) {
    List<String> names =
        catalog.map(CatalogSnapshot::tables).orElse(List.of()).stream()
            .map(Table::name)
            .map(name -> wrong.schema().isPresent() ? name.toString() : name.table())
            .toList();
    String near = Nearest.hint(wrong.toString(), names);
    return near.isEmpty() ? "; describe_source lists the tables" : near;
  }

  static List<String> columns(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }
}
