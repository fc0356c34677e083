package dev.alidade.ask.build;

import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.sql.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Chooses the columns that name the rows of a table for people. */
final class DisplayColumns {
  private static final Set<String> TITLES = Set.of("name", "title", "fullname", "label");
  private static final Set<String> FIRST =
      Set.of("firstname", "fname", "givenname", "forename", "first");
  private static final Set<String> LAST =
      Set.of("lastname", "lname", "surname", "familyname", "last");

  private DisplayColumns() {}

  /** What names a row: a name, first and last name, a title; else the first text, else the key. */
  static List<Column> of(Table table) {
    String owner = plain(table.name().table());
    Optional<Column> name = named(table, TITLES, "");
    if (name.isPresent()) {
      return List.of(name.get());
    }
    Optional<Column> first = withSuffix(table, owner, FIRST);
    Optional<Column> last = withSuffix(table, owner, LAST);
    if (first.isPresent() && last.isPresent()) {
      return List.of(first.get(), last.get());
    }
    Optional<Column> owned = withSuffix(table, owner, TITLES);
    if (owned.isPresent()) {
      return List.of(owned.get());
    }
    for (Column column : table.columns()) {
      String plain = plain(column.name());
      if (isText(column) && (plain.endsWith("name") || plain.endsWith("title"))) {
        return List.of(column);
      }
    }
    for (Column column : table.columns()) {
      if (isText(column) && owner.startsWith(plain(column.name()))) {
        return List.of(column);
      }
    }
    return table.columns().stream()
        .filter(column -> isText(column) && !isKey(table, column))
        .findFirst()
        .map(List::of)
        .orElseGet(() -> key(table));
  }

  /** The primary key, or the column that looks like it. */
  static List<Column> key(Table table) {
    List<Column> declared = new ArrayList<>();
    table.primaryKey().forEach(name -> table.column(name).ifPresent(declared::add));
    if (!declared.isEmpty()) {
      return declared;
    }
    return List.of(
        table.columns().stream()
            .filter(column -> isKey(table, column))
            .findFirst()
            .orElse(table.columns().getFirst()));
  }

  private static boolean isKey(Table table, Column column) {
    String plain = plain(column.name());
    return plain.equals("id") || plain.endsWith("id") || table.primaryKey().contains(column.name());
  }

  private static Optional<Column> named(Table table, Set<String> names, String prefix) {
    return table.columns().stream()
        .filter(column -> names.stream().anyMatch(n -> plain(column.name()).equals(prefix + n)))
        .findFirst();
  }

  private static Optional<Column> withSuffix(Table table, String owner, Set<String> names) {
    Optional<Column> exact = named(table, names, "");
    return exact.or(
        () ->
            table.columns().stream()
                .filter(
                    column -> {
                      String plain = plain(column.name());
                      return names.stream()
                          .anyMatch(
                              name ->
                                  plain.endsWith(name)
                                      && plain.length() > name.length()
                                      && owner.startsWith(
                                          plain.substring(0, plain.length() - name.length())));
                    })
                .findFirst());
  }

  private static boolean isText(Column column) {
    return column.type().kind() == TypeKind.TEXT;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
