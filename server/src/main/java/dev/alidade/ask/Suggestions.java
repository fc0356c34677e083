package dev.alidade.ask;

import dev.alidade.ask.ground.PlainNames;
import dev.alidade.base.AlidadeException;
import dev.alidade.catalog.CatalogService;
import dev.alidade.catalog.ColumnProfile;
import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.engine.Column;
import dev.alidade.engine.Sources;
import dev.alidade.engine.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Questions drawn from a schema; each was planned and would be answered. */
final class Suggestions {
  private static final int MOST_OF_SOURCE = 6;
  private static final int MOST_TABLES = 12;
  private static final long MOST_CATEGORIES = 40;

  private record Known(SourceKnowledge knowledge, List<SuggestOutput.Suggestion> suggestions) {}

  private final Sources sources;
  private final CatalogService catalog;
  private final SourceReader reader;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  Suggestions(Sources sources, CatalogService catalog, SourceReader reader) {
    this.sources = sources;
    this.catalog = catalog;
    this.reader = reader;
  }

  SuggestOutput suggest(Optional<String> source) {
    List<SuggestOutput.Suggestion> all = new ArrayList<>();
    for (String name : source.map(List::of).orElseGet(sources::names)) {
      try {
        all.addAll(of(name));
      } catch (AlidadeException failure) {
        if (source.isPresent()) {
          throw failure;
        }
      }
    }
    return new SuggestOutput(all);
  }

  @SuppressWarnings("ReferenceEquality") // the same snapshot, not an equal one
  private List<SuggestOutput.Suggestion> of(String source) {
    SourceKnowledge knowledge = catalog.knowledge(source);
    Known before = known.get(source);
    if (before != null && before.knowledge == knowledge) {
      return before.suggestions;
    }
    List<SuggestOutput.Suggestion> found = new ArrayList<>();
    for (String question : drafts(knowledge)) {
      if (found.size() < MOST_OF_SOURCE
          && reader.readOne(question, source).decision() instanceof Decision.Answer) {
        found.add(new SuggestOutput.Suggestion(source, question));
      }
    }
    known.put(source, new Known(knowledge, found));
    return found;
  }

  private static Set<String> drafts(SourceKnowledge knowledge) {
    List<Table> tables =
        knowledge.tables().stream()
            .sorted(Comparator.comparing((Table table) -> -interest(table, knowledge)))
            .limit(MOST_TABLES)
            .toList();
    List<List<String>> byTable = tables.stream().map(table -> drafts(table, knowledge)).toList();
    Set<String> mixed = new LinkedHashSet<>();
    for (int turn = 0; turn < 4; turn++) {
      for (List<String> drafts : byTable) {
        if (turn < drafts.size()) {
          mixed.add(drafts.get(turn));
        }
      }
    }
    return mixed;
  }

  private static long interest(Table table, SourceKnowledge knowledge) {
    return categories(table, knowledge).size() + 2L * measures(table).size();
  }

  private static List<String> drafts(Table table, SourceKnowledge knowledge) {
    List<String> drafts = new ArrayList<>();
    String name = PlainNames.of(table.name().table());
    List<String> categories = categories(table, knowledge);
    List<String> measures = measures(table);
    if (!categories.isEmpty() && !measures.isEmpty()) {
      drafts.add(
          "What is the average %s of %s for each %s?"
              .formatted(measures.getFirst(), name, categories.getFirst()));
    }
    if (!categories.isEmpty()) {
      drafts.add("How many %s are there for each %s?".formatted(name, categories.getLast()));
    }
    if (!measures.isEmpty()) {
      drafts.add("What is the highest %s of %s?".formatted(measures.getLast(), name));
    }
    drafts.add("How many %s are there?".formatted(name));
    return drafts;
  }

  private static List<String> categories(Table table, SourceKnowledge knowledge) {
    return table.columns().stream()
        .filter(column -> !column.type().kind().isNumeric() && !isKey(table, column))
        .filter(
            column ->
                knowledge
                    .profile(table.name(), column.name())
                    .map(Suggestions::isCategory)
                    .orElse(false))
        .map(column -> PlainNames.of(column.name()))
        .toList();
  }

  private static boolean isCategory(ColumnProfile profile) {
    return profile.distinct() > 1
        && profile.distinct() <= MOST_CATEGORIES
        && profile.distinct() * 2 <= profile.rows();
  }

  private static List<String> measures(Table table) {
    return table.columns().stream()
        .filter(column -> column.type().kind().isNumeric() && !isKey(table, column))
        .map(column -> PlainNames.of(column.name()))
        .filter(name -> !name.contains("year"))
        .toList();
  }

  private static boolean isKey(Table table, Column column) {
    String name = column.name().toLowerCase(Locale.ROOT);
    return table.primaryKey().contains(column.name())
        || name.endsWith("id")
        || name.endsWith("code");
  }
}
