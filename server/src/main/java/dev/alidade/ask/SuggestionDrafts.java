package dev.alidade.ask;

import dev.alidade.ask.build.Measures;
import dev.alidade.ask.ground.PlainNames;
import dev.alidade.catalog.ColumnProfile;
import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.sql.TypeKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Drafts questions of different shapes from the tables, keys and values of a source. */
final class SuggestionDrafts {
  private static final int MOST_TABLES = 12;
  private static final int MOST_CATEGORIES = 40;
  private static final int LONGEST_VALUE = 30;

  private final SourceKnowledge knowledge;
  private final List<Table> tables;

  SuggestionDrafts(SourceKnowledge knowledge) {
    this.knowledge = knowledge;
    this.tables =
        knowledge.tables().stream()
            .sorted(Comparator.comparingInt((Table table) -> -interest(table)))
            .limit(MOST_TABLES)
            .toList();
  }

  /** The drafts of each shape, those of the richest tables first. */
  List<List<String>> byShape() {
    return List.of(rankings(), series(), counts(), totals(), filters(), averages(), sizes());
  }

  private int interest(Table table) {
    return categories(table).size() + 2 * measures(table).size();
  }

  /** "Top 5 products by revenue": the measure belongs to the rows of what is ranked. */
  private List<String> rankings() {
    List<String> drafts = new ArrayList<>();
    for (Table table : largest()) {
      for (String measure : measures(table).reversed()) {
        for (Table owner : owners(table)) {
          drafts.add("Top 5 %s by %s".formatted(name(owner), measure));
        }
      }
    }
    return drafts;
  }

  private List<String> series() {
    return tables.stream()
        .filter(table -> table.columns().stream().anyMatch(SuggestionDrafts::isTime))
        .sorted(Comparator.comparingLong(table -> -rows(table)))
        .map(table -> "Number of %s per month".formatted(name(table)))
        .toList();
  }

  private List<String> counts() {
    List<String> drafts = new ArrayList<>();
    for (Table table : tables) {
      for (Column category : categories(table).reversed()) {
        drafts.add("Number of %s by %s".formatted(name(table), plain(category)));
      }
    }
    return drafts;
  }

  private List<String> totals() {
    List<String> drafts = new ArrayList<>();
    for (Table table : largest()) {
      for (String measure : measures(table).reversed()) {
        for (Table owner : owners(table)) {
          categories(owner).stream()
              .findFirst()
              .ifPresent(
                  category -> drafts.add("Total %s by %s".formatted(measure, plain(category))));
        }
      }
    }
    return drafts;
  }

  private List<String> filters() {
    List<String> drafts = new ArrayList<>();
    for (Table table : tables) {
      for (Column category : categories(table)) {
        profile(table, category)
            .flatMap(profile -> profile.examples().stream().findFirst())
            .filter(value -> !value.isBlank() && value.length() <= LONGEST_VALUE)
            .ifPresent(
                value ->
                    drafts.add(
                        "How many %s have the %s %s?"
                            .formatted(name(table), plain(category), value)));
      }
    }
    return drafts;
  }

  private List<String> averages() {
    List<String> drafts = new ArrayList<>();
    for (Table table : tables) {
      List<String> numbers = numbers(table).map(SuggestionDrafts::plain).toList();
      List<Column> categories = categories(table);
      if (!numbers.isEmpty() && !categories.isEmpty()) {
        drafts.add(
            "What is the average %s of %s for each %s?"
                .formatted(numbers.getFirst(), name(table), plain(categories.getFirst())));
      }
      if (!numbers.isEmpty()) {
        drafts.add("What is the highest %s of %s?".formatted(numbers.getFirst(), name(table)));
      }
    }
    return drafts;
  }

  private List<String> sizes() {
    return tables.stream().map(table -> "How many %s are there?".formatted(name(table))).toList();
  }

  private List<Table> largest() {
    return tables.stream().sorted(Comparator.comparingLong((Table table) -> -rows(table))).toList();
  }

  private static boolean isNamed(Table table) {
    return table.columns().stream()
        .map(SuggestionDrafts::plain)
        .anyMatch(name -> name.endsWith("name") || name.endsWith("title"));
  }

  private List<Table> owners(Table table) {
    return knowledge.foreignKeys().stream()
        .filter(key -> key.from().equals(table.name()) && !key.to().equals(table.name()))
        .flatMap(key -> knowledge.tables().stream().filter(other -> other.name().equals(key.to())))
        .filter(SuggestionDrafts::isNamed)
        .sorted(Comparator.comparingInt((Table owner) -> -categories(owner).size()))
        .toList();
  }

  private List<Column> categories(Table table) {
    return table.columns().stream()
        .filter(column -> column.type().kind() == TypeKind.TEXT && !isKey(table, column))
        .filter(column -> profile(table, column).map(SuggestionDrafts::isCategory).orElse(false))
        .toList();
  }

  private static boolean isCategory(ColumnProfile profile) {
    return profile.distinct() > 1
        && profile.distinct() <= MOST_CATEGORIES
        && profile.distinct() * 2 <= profile.rows();
  }

  private static List<String> measures(Table table) {
    return numbers(table).filter(Measures::isAdditive).map(SuggestionDrafts::plain).toList();
  }

  /** Numbers that measure something: no keys, places, codes, numbers to call or years. */
  private static java.util.stream.Stream<Column> numbers(Table table) {
    return table.columns().stream()
        .filter(column -> column.type().kind().isNumeric() && !isKey(table, column))
        .filter(
            column ->
                List.of(plain(column).split(" ", -1)).stream().noneMatch(Measures::isNoQuantity));
  }

  private static boolean isKey(Table table, Column column) {
    String name = column.name().toLowerCase(Locale.ROOT);
    return table.primaryKey().contains(column.name())
        || name.endsWith("id")
        || name.endsWith("code");
  }

  private static boolean isTime(Column column) {
    return column.type().kind().isTemporal();
  }

  private long rows(Table table) {
    return table.columns().stream()
        .flatMap(column -> profile(table, column).stream())
        .mapToLong(ColumnProfile::rows)
        .max()
        .orElse(0);
  }

  private Optional<ColumnProfile> profile(Table table, Column column) {
    return knowledge.profile(table.name(), column.name());
  }

  private static String name(Table table) {
    return PlainNames.of(table.name().table());
  }

  private static String plain(Column column) {
    return PlainNames.of(column.name());
  }
}
