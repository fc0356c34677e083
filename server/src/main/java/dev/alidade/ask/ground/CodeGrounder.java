package dev.alidade.ask.ground;

import dev.alidade.ask.text.Span;
import dev.alidade.ask.text.Token;
import dev.alidade.ask.text.WordList;
import dev.alidade.catalog.ColumnProfile;
import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.sql.TypeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Links words to codes: "female" to F of a column of sexes, "scholarship" to Y of a flag. */
final class CodeGrounder {
  private static final Set<String> TRUE = Set.of("y", "yes", "t", "true", "1");
  private static final Set<String> FALSE = Set.of("n", "no", "f", "false", "0");
  private static final List<List<String>> CODES = WordList.rows("/dev/alidade/ask/codes.tsv");

  /** A column whose name tells that it may hold codes of a kind. */
  private record Coded(Table table, Column column) {}

  private final SourceKnowledge knowledge;
  private final Map<List<String>, List<Coded>> byCode = new HashMap<>();

  CodeGrounder(SourceKnowledge knowledge) {
    this.knowledge = knowledge;
    CODES.forEach(code -> byCode.put(code, new ArrayList<>()));
    for (Table table : knowledge.tables()) {
      for (Column column : table.columns()) {
        List<String> parts = NameReader.parts(column.name());
        for (List<String> code : CODES) {
          if (List.of(code.get(2).split(" ", -1)).stream().anyMatch(parts::contains)) {
            byCode.get(code).add(new Coded(table, column));
          }
        }
      }
    }
  }

  /** Values that the word at {@code start} is a code for. */
  List<Mention> at(List<Token> tokens, int start) {
    List<Mention> found = new ArrayList<>();
    for (List<String> code : CODES) {
      if (!tokens.get(start).lemma().equals(code.get(0))) {
        continue;
      }
      Span span = new Span(start, start + 1);
      for (Coded coded : byCode.get(code)) {
        stored(coded.table, coded.column, code.get(1))
            .ifPresent(value -> found.add(value(span, coded.table, coded.column, value, 0.9)));
      }
    }
    return found;
  }

  /** The value of a flag that says yes, where the mention names a flag. */
  Optional<Mention> flag(Mention.OfColumn mention) {
    if (mention.column().type().kind() == TypeKind.BOOLEAN) {
      return Optional.of(yes(mention, "true"));
    }
    Optional<ColumnProfile> profile = knowledge.profile(mention.table(), mention.column().name());
    if (profile.isEmpty() || profile.get().distinct() > 2) {
      return Optional.empty();
    }
    List<String> values = profile.get().examples();
    boolean flags =
        !values.isEmpty()
            && values.stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .allMatch(value -> TRUE.contains(value) || FALSE.contains(value));
    return values.stream()
        .filter(value -> flags && TRUE.contains(value.toLowerCase(Locale.ROOT)))
        .findFirst()
        .map(value -> yes(mention, value));
  }

  private static Mention yes(Mention.OfColumn mention, String value) {
    return new Mention.OfValue(
        mention.span(), mention.table(), mention.column(), value, mention.score() * 0.9, false);
  }

  private Optional<String> stored(Table table, Column column, String code) {
    return knowledge.profile(table.name(), column.name()).stream()
        .flatMap(profile -> profile.examples().stream())
        .filter(value -> value.equalsIgnoreCase(code))
        .findFirst();
  }

  private static Mention value(Span span, Table table, Column column, String value, double score) {
    return new Mention.OfValue(span, table.name(), column, value, score, true);
  }
}
