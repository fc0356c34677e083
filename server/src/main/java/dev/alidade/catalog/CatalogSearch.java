package dev.alidade.catalog;

import dev.alidade.base.Nearest;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for words in the names, comments and values of a source. */
final class CatalogSearch {
  private static final double WEAKEST = 0.3;

  private final SourceKnowledge knowledge;
  private final List<String> words;

  CatalogSearch(SourceKnowledge knowledge, String query) {
    this.knowledge = knowledge;
    this.words = Words.singulars(Words.ofName(query));
  }

  static List<CatalogMatch> find(SourceKnowledge knowledge, String query) {
    CatalogSearch search = new CatalogSearch(knowledge, query);
    List<CatalogMatch> matches = new ArrayList<>(search.names());
    knowledge.values().find(query).stream()
        .map(
            found ->
                new CatalogMatch(
                    knowledge.source(),
                    found.table().toString(),
                    Optional.of(found.column()),
                    MatchKind.VALUE,
                    found.value(),
                    rounded(found.score())))
        .forEach(matches::add);
    return matches;
  }

  private List<CatalogMatch> names() {
    List<CatalogMatch> matches = new ArrayList<>();
    if (words.isEmpty()) {
      return matches;
    }
    for (Table table : knowledge.tables()) {
      double ofTable = score(table.name().table(), table.comment());
      if (ofTable >= WEAKEST) {
        matches.add(match(table, Optional.empty(), table.name().table(), ofTable));
      }
      for (Column column : table.columns()) {
        double ofColumn = score(column.name(), column.comment());
        if (ofColumn >= WEAKEST) {
          matches.add(match(table, Optional.of(column.name()), column.name(), ofColumn));
        }
      }
    }
    return matches;
  }

  private CatalogMatch match(Table table, Optional<String> column, String text, double score) {
    MatchKind kind = column.isPresent() ? MatchKind.COLUMN : MatchKind.TABLE;
    return new CatalogMatch(
        knowledge.source(), table.name().toString(), column, kind, text, rounded(score));
  }

  private double score(String name, Optional<String> comment) {
    double byName = similarity(Words.singulars(Words.ofName(name)));
    double byComment =
        comment.map(text -> 0.6 * similarity(Words.singulars(Words.of(text)))).orElse(0.0);
    return Math.max(byName, byComment);
  }

  private double similarity(List<String> name) {
    if (String.join("", name).equals(String.join("", words))) {
      return 1;
    }
    double hits = 0;
    Set<String> left = new HashSet<>(name);
    for (String word : new HashSet<>(words)) {
      if (left.remove(word)) {
        hits += 1;
      } else if (left.stream().anyMatch(other -> isNear(word, other))) {
        hits += 0.7;
      }
    }
    return 0.95 * 2 * hits / (name.size() + words.size());
  }

  private static boolean isNear(String word, String other) {
    boolean beginning = word.length() >= 3 && other.startsWith(word);
    return beginning || (word.length() >= 4 && Nearest.distance(word, other) <= 1);
  }

  private static double rounded(double score) {
    return Math.round(score * 1000) / 1000.0;
  }
}
