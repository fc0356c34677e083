package dev.alidade.ask.ground;

import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of a source's tables and columns, cut into words once. */
public final class SchemaNames {
  /** A column with its name and its table's name in words; {@code joined} has no spaces. */
  record NamedColumn(
      Table table,
      Column column,
      List<NameReader.Word> words,
      List<NameReader.Word> owner,
      String joined) {}

  /** A table with its name in words. */
  record NamedTable(Table table, List<NameReader.Word> words, String joined) {}

  private final List<NamedTable> tables = new ArrayList<>();
  private final List<NamedColumn> columns = new ArrayList<>();

  /** Reads the names of a source. */
  public SchemaNames(SourceKnowledge knowledge, Lexicon lexicon) {
    NameReader reader = new NameReader(lexicon, vocabularyOf(knowledge));
    Map<String, List<NameReader.Word>> known = new HashMap<>();
    for (Table table : knowledge.tables()) {
      List<NameReader.Word> owner = known.computeIfAbsent(table.name().table(), reader::words);
      tables.add(new NamedTable(table, owner, join(table.name().table())));
      for (Column column : table.columns()) {
        List<NameReader.Word> words = known.computeIfAbsent(column.name(), reader::words);
        columns.add(new NamedColumn(table, column, words, owner, join(column.name())));
      }
    }
  }

  List<NamedTable> tables() {
    return tables;
  }

  List<NamedColumn> columns() {
    return columns;
  }

  /** Every word of a name, as one and as many. */
  Set<String> forms() {
    Set<String> forms = new HashSet<>();
    tables.forEach(table -> add(table.words(), forms));
    columns.forEach(column -> add(column.words(), forms));
    return forms;
  }

  private static void add(List<NameReader.Word> words, Set<String> forms) {
    for (NameReader.Word word : words) {
      forms.add(word.lemma());
      forms.add(word.lemma() + "s");
    }
  }

  private static String join(String name) {
    return String.join("", NameReader.parts(name));
  }

  private static Set<String> vocabularyOf(SourceKnowledge knowledge) {
    Set<String> vocabulary = new HashSet<>();
    for (Table table : knowledge.tables()) {
      vocabulary.addAll(separated(table.name().table()));
      table.columns().forEach(column -> vocabulary.addAll(separated(column.name())));
    }
    vocabulary.removeIf(word -> word.length() < 3);
    return vocabulary;
  }

  /** Only parts that stand beside others: a compound must not count as a word of its own. */
  private static List<String> separated(String name) {
    List<String> parts = NameReader.parts(name);
    return parts.size() > 1 ? parts : List.of();
  }
}
