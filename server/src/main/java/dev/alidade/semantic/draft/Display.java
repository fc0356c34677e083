package dev.alidade.semantic.draft;

import dev.alidade.catalog.ColumnProfile;
import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.catalog.Words;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.sql.TypeKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which columns name a row to people. */
final class Display {
  private static final Set<String> FIRST = Set.of("first", "given");
  private static final Set<String> LAST = Set.of("last", "family");
  private static final List<String> WHOLE = List.of("name", "title", "label", "designation");

  private final SourceKnowledge knowledge;

  Display(SourceKnowledge knowledge) {
    this.knowledge = knowledge;
  }

  List<String> of(Table table) {
    List<Column> texts =
        table.columns().stream().filter(column -> column.type().kind() == TypeKind.TEXT).toList();
    Optional<Column> first = person(texts, FIRST, "forename");
    Optional<Column> last = person(texts, LAST, "surname");
    if (first.isPresent() && last.isPresent()) {
      return List.of(first.get().name(), last.get().name());
    }
    return WHOLE.stream()
        .flatMap(word -> texts.stream().filter(column -> isWhole(table, column, word)))
        .findFirst()
        .or(() -> texts.stream().filter(column -> isUnique(table, column)).findFirst())
        .map(column -> List.of(column.name()))
        .orElse(table.primaryKey());
  }

  /** {@code last_name} or {@code surname}. */
  private static Optional<Column> person(List<Column> texts, Set<String> words, String whole) {
    return texts.stream()
        .filter(
            column -> {
              List<String> name = Words.ofName(column.name());
              boolean named = name.contains("name") && name.stream().anyMatch(words::contains);
              return named || name.equals(List.of(whole));
            })
        .findFirst();
  }

  /** {@code name}, or {@code product_name} in products. */
  private static boolean isWhole(Table table, Column column, String word) {
    List<String> words = Words.ofName(column.name());
    List<String> subject =
        Words.ofName(table.name().table()).stream().map(Words::singular).toList();
    return !words.isEmpty()
        && words.getLast().equals(word)
        && words.subList(0, words.size() - 1).stream()
            .map(Words::singular)
            .allMatch(subject::contains);
  }

  private boolean isUnique(Table table, Column column) {
    return knowledge
        .profile(table.name(), column.name())
        .filter(ColumnProfile::isUnique)
        .isPresent();
  }
}
