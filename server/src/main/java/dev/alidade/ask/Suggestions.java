package dev.alidade.ask;

import dev.alidade.base.AlidadeException;
import dev.alidade.catalog.CatalogService;
import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.engine.Sources;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Questions drawn from a schema; each was planned and would be answered. */
final class Suggestions {
  private static final int MOST_OF_SOURCE = 6;
  private static final int MOST_TRIES = 6;

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
    List<SuggestOutput.Suggestion> found =
        answered(source, new SuggestionDrafts(knowledge).byShape()).stream()
            .map(question -> new SuggestOutput.Suggestion(source, question))
            .toList();
    known.put(source, new Known(knowledge, found));
    return found;
  }

  /** One question of each shape, then another of each, until there are enough. */
  private List<String> answered(String source, List<List<String>> shapes) {
    List<String> found = new ArrayList<>();
    List<Iterator<String>> drafts = shapes.stream().map(List::iterator).toList();
    boolean more = true;
    while (more && found.size() < MOST_OF_SOURCE) {
      more = false;
      for (Iterator<String> shape : drafts) {
        for (int tries = 0; tries < MOST_TRIES && shape.hasNext(); tries++) {
          String question = shape.next();
          more = true;
          if (reader.readOne(question, source).decision() instanceof Decision.Answer) {
            found.add(question);
            break;
          }
        }
        if (found.size() == MOST_OF_SOURCE) {
          return found;
        }
      }
    }
    return found;
  }
}
