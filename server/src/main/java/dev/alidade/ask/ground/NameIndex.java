package dev.alidade.ask.ground;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds names by their words, so that a question need not be held against every name. */
final class NameIndex {
  private static final double FITS_OWNER = 0.7;

  private final SchemaNames schema;
  private final List<NameReader.Word> vocabulary;
  private final Set<String> lemmas;
  private final Map<NameReader.Word, List<Integer>> tables = new HashMap<>();
  private final Map<NameReader.Word, List<Integer>> columns = new HashMap<>();
  private final Map<NameReader.Word, List<Integer>> owned = new HashMap<>();
  private final Map<String, List<Integer>> joinedTables = new HashMap<>();
  private final Map<String, List<Integer>> joinedColumns = new HashMap<>();
  private final Map<String, List<Integer>> byLemma = new HashMap<>();

  NameIndex(SchemaNames schema) {
    this.schema = schema;
    Set<NameReader.Word> words = new LinkedHashSet<>();
    for (int number = 0; number < schema.tables().size(); number++) {
      SchemaNames.NamedTable table = schema.tables().get(number);
      words.addAll(table.words());
      addAll(tables, table.words(), number);
      addAll(joinedTables, List.of(table.joined()), number);
    }
    for (int number = 0; number < schema.columns().size(); number++) {
      SchemaNames.NamedColumn column = schema.columns().get(number);
      words.addAll(column.words());
      addAll(columns, column.words(), number);
      addAll(owned, column.owner(), number);
      addAll(joinedColumns, List.of(column.joined()), number);
      addAll(byLemma, column.words().stream().map(NameReader.Word::lemma).toList(), number);
    }
    vocabulary = List.copyOf(words);
    lemmas = words.stream().map(NameReader.Word::lemma).collect(Collectors.toUnmodifiableSet());
  }

  /** Every word of a name, once. */
  List<NameReader.Word> vocabulary() {
    return vocabulary;
  }

  /** Whether a name has a word with this lemma. */
  boolean hasLemma(String lemma) {
    return lemmas.contains(lemma);
  }

  SchemaNames.NamedTable table(int number) {
    return schema.tables().get(number);
  }

  SchemaNames.NamedColumn column(int number) {
    return schema.columns().get(number);
  }

  /** Tables whose name every word of the question's may fit, or that are these words in one. */
  int[] tables(List<Map<NameReader.Word, Double>> wanted, String joined) {
    List<List<List<Integer>>> choices = new ArrayList<>();
    for (Map<NameReader.Word, Double> fits : wanted) {
      choices.add(fits.keySet().stream().map(word -> of(tables, word)).toList());
    }
    return numbers(choices, of(joinedTables, joined));
  }

  /** Columns whose name, or whose table's, every word of the question's may fit, and the same. */
  int[] columns(List<Map<NameReader.Word, Double>> wanted, String joined) {
    List<List<List<Integer>>> choices = new ArrayList<>();
    for (Map<NameReader.Word, Double> fits : wanted) {
      List<List<Integer>> found = new ArrayList<>();
      fits.forEach(
          (word, fit) -> {
            found.add(of(columns, word));
            if (fit >= FITS_OWNER) {
              found.add(of(owned, word));
            }
          });
      choices.add(found);
    }
    return numbers(choices, of(joinedColumns, joined));
  }

  /** Columns that have a word with this lemma in their name. */
  List<SchemaNames.NamedColumn> columnsWith(String lemma) {
    return of(byLemma, lemma).stream().map(schema.columns()::get).toList();
  }

  /** The numbers behind the rarest of the words, in order: all others must hold there too. */
  private static int[] numbers(List<List<List<Integer>>> choices, List<Integer> same) {
    List<List<Integer>> fewest = List.of();
    int least = Integer.MAX_VALUE;
    for (List<List<Integer>> choice : choices) {
      int size = choice.stream().mapToInt(List::size).sum();
      if (size < least) {
        least = size;
        fewest = choice;
      }
    }
    BitSet found = new BitSet();
    same.forEach(found::set);
    fewest.forEach(numbers -> numbers.forEach(found::set));
    return found.stream().toArray();
  }

  private static <K> List<Integer> of(Map<K, List<Integer>> index, K key) {
    return index.getOrDefault(key, List.of());
  }

  private static <K> void addAll(Map<K, List<Integer>> index, List<K> keys, int number) {
    for (K key : new LinkedHashSet<>(keys)) {
      index.computeIfAbsent(key, ignored -> new ArrayList<>()).add(number);
    }
  }
}
