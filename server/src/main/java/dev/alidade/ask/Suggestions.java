package dev.alidade.ask;

import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caches;
import dev.alidade.base.Caller;
import dev.alidade.catalog.CatalogService;
import dev.alidade.catalog.SourceKnowledge;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Questions drawn from a schema; each was planned and would be answered. */
final class Suggestions {
  private static final int MOST_OF_SOURCE = 6;
  private static final int MOST_TRIES = 6;

  private final CatalogService catalog;
  private final SourceReader reader;
  // Callers who know the same are proposed the same.
  private final Cache<SourceKnowledge, List<SuggestOutput.Suggestion>> known =
      Caches.builder().weakKeys().maximumSize(1_000).build();

  Suggestions(CatalogService catalog, SourceReader reader) {
    this.catalog = catalog;
    this.reader = reader;
  }

  SuggestOutput suggest(Caller caller, Optional<String> source) {
    List<SuggestOutput.Suggestion> all = new ArrayList<>();
    for (String name : source.map(List::of).orElseGet(() -> catalog.sources(caller))) {
      try {
        all.addAll(of(caller, name));
      } catch (AlidadeException failure) {
        if (source.isPresent()) {
          throw failure;
        }
      }
    }
    return new SuggestOutput(all);
  }

  private List<SuggestOutput.Suggestion> of(Caller caller, String source) {
    SourceKnowledge knowledge = catalog.knowledge(caller, source);
    return known.get(
        knowledge,
        ignored ->
            answered(caller, source, new SuggestionDrafts(knowledge).byShape()).stream()
                .map(question -> new SuggestOutput.Suggestion(source, question))
                .toList());
  }

  /** One question of each shape, then another of each, until there are enough. */
  private List<String> answered(Caller caller, String source, List<List<String>> shapes) {
    List<String> found = new ArrayList<>();
    List<Iterator<String>> drafts = shapes.stream().map(List::iterator).toList();
    boolean more = true;
    while (more && found.size() < MOST_OF_SOURCE) {
      more = false;
      for (Iterator<String> shape : drafts) {
        for (int tries = 0; tries < MOST_TRIES && shape.hasNext(); tries++) {
          String question = shape.next();
          more = true;
          if (reader.readOne(caller, question, source).decision() instanceof Decision.Answer) {
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
