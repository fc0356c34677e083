package dev.alidade.catalog;

import dev.alidade.base.Nearest;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Text values by their words; a look-up touches only what shares a word with the question. */
final class TextValueIndex implements ValueIndex {
  /** The most values of one column. */
  static final int MOST_OF_COLUMN = 20_000;

  /** The most values of one source. */
  static final int MOST_OF_SOURCE = 400_000;

  /** The longest value that a question would name. */
  static final int LONGEST = 100;

  private static final int MOST_MATCHES = 40;
  private static final int MOST_CONTAINING = 400;
  private static final int SHORTEST_SLIP = 4;

  /** Two slips make another word of shorter ones: Atlantis is not Atlanta. */
  private static final int LONG = 10;

  private static final int SHORTEST_BEGINNING = 3;

  private record Place(TableName table, String column) {}

  private final Place[] places;
  private final String[] values;
  private final int[] placeOfValue;
  private final int[] lengths;
  private final Map<String, int[]> byWords;
  private final Map<String, int[]> byWord;
  private final TreeMap<String, Boolean> vocabulary = new TreeMap<>();
  private final Map<String, List<String>> byShape = new HashMap<>();

  private TextValueIndex(Builder builder) {
    places = builder.places.toArray(Place[]::new);
    values = builder.values.toArray(String[]::new);
    placeOfValue = builder.placeOfValue.stream().mapToInt(Integer::intValue).toArray();
    lengths = new int[values.length];
    Map<String, Numbers> whole = new HashMap<>();
    Map<String, Numbers> single = new HashMap<>();
    for (int value = 0; value < values.length; value++) {
      List<String> words = Words.singulars(Words.of(values[value]));
      lengths[value] = words.size();
      if (words.isEmpty()) {
        continue;
      }
      whole.computeIfAbsent(String.join(" ", words), ignored -> new Numbers()).add(value);
      for (String word : new HashSet<>(words)) {
        single.computeIfAbsent(word, ignored -> new Numbers()).add(value);
      }
    }
    byWords = packed(whole);
    byWord = packed(single);
    for (String word : byWord.keySet()) {
      vocabulary.put(word, true);
      if (mayBeSlipped(word)) {
        byShape.computeIfAbsent(shape(word, 0), ignored -> new ArrayList<>()).add(word);
      }
    }
  }

  static Builder builder() {
    return new Builder();
  }

  /** How many values it holds. */
  int size() {
    return values.length;
  }

  @Override
  public List<ValueMatch> find(String words) {
    List<String> written = Words.of(words);
    if (written.isEmpty() || written.size() > 20) {
      return List.of();
    }
    List<String> singular = Words.singulars(written);
    Map<Integer, Double> scores = new LinkedHashMap<>();
    for (int value : byWords.getOrDefault(String.join(" ", singular), new int[0])) {
      scores.put(value, Words.of(values[value]).equals(written) ? 1.0 : 0.95);
    }
    if (scores.size() < MOST_MATCHES) {
      addContaining(singular, 1.0, scores);
    }
    if (scores.isEmpty()) {
      addSlips(singular, scores);
    }
    if (singular.size() == 1 && scores.size() < MOST_MATCHES) {
      addBeginnings(singular.getFirst(), scores);
    }
    return scores.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<Integer, Double> entry) -> -entry.getValue())
                .thenComparing(entry -> values[entry.getKey()].length())
                .thenComparing(Map.Entry::getKey))
        .limit(MOST_MATCHES)
        .map(entry -> match(entry.getKey(), entry.getValue()))
        .toList();
  }

  private ValueMatch match(int value, double score) {
    Place place = places[placeOfValue[value]];
    return new ValueMatch(place.table(), place.column(), values[value], score);
  }

  private void addContaining(List<String> words, double weight, Map<Integer, Double> scores) {
    int[] rarest = null;
    for (String word : words) {
      int[] holding = byWord.get(word);
      if (holding == null) {
        return;
      }
      rarest = rarest == null || holding.length < rarest.length ? holding : rarest;
    }
    Set<String> wanted = new HashSet<>(words);
    int looked = 0;
    for (int value : rarest) {
      if (looked++ >= MOST_CONTAINING || scores.size() >= MOST_MATCHES) {
        return;
      }
      boolean all =
          wanted.size() == 1
              || new HashSet<>(Words.singulars(Words.of(values[value]))).containsAll(wanted);
      if (all) {
        double share = Math.min(1.0, (double) words.size() / lengths[value]);
        scores.putIfAbsent(value, weight * (0.35 + 0.35 * share));
      }
    }
  }

  private void addSlips(List<String> words, Map<Integer, Double> scores) {
    List<List<String>> readings = new ArrayList<>();
    readings.add(List.of());
    for (String word : words) {
      List<String> meant = byWord.containsKey(word) ? List.of(word) : slips(word);
      List<List<String>> longer = new ArrayList<>();
      for (List<String> reading : readings) {
        for (String one : meant) {
          List<String> extended = new ArrayList<>(reading);
          extended.add(one);
          longer.add(extended);
        }
      }
      readings = longer.subList(0, Math.min(longer.size(), 8));
    }
    for (List<String> reading : readings) {
      for (int value : byWords.getOrDefault(String.join(" ", reading), new int[0])) {
        scores.putIfAbsent(value, 0.8);
      }
      addContaining(reading, 0.85, scores);
    }
  }

  // A slip rarely hits the first letter, so only words of the same beginning and length compete.
  private List<String> slips(String word) {
    if (!mayBeSlipped(word)) {
      return List.of();
    }
    int allowed = word.length() >= LONG ? 2 : 1;
    List<String> near = new ArrayList<>();
    for (int difference = -allowed; difference <= allowed; difference++) {
      for (String candidate : byShape.getOrDefault(shape(word, difference), List.of())) {
        if (near.size() < 4 && Nearest.distance(word, candidate) <= allowed) {
          near.add(candidate);
        }
      }
    }
    return near;
  }

  private void addBeginnings(String word, Map<Integer, Double> scores) {
    if (word.length() < SHORTEST_BEGINNING) {
      return;
    }
    for (String longer :
        vocabulary.subMap(word, false, word + Character.MAX_VALUE, false).keySet()) {
      for (int value : byWord.get(longer)) {
        if (scores.size() >= MOST_MATCHES) {
          return;
        }
        double share = (double) word.length() / Math.max(longer.length(), values[value].length());
        scores.putIfAbsent(value, 0.2 + 0.3 * share);
      }
    }
  }

  // Another digit is another number, not a slip.
  private static boolean mayBeSlipped(String word) {
    return word.length() >= SHORTEST_SLIP && word.chars().allMatch(Character::isLetter);
  }

  private static String shape(String word, int difference) {
    return word.charAt(0) + "" + (word.length() + difference);
  }

  // Shorter values first: of those that hold a common word they are the likelier ones.
  private Map<String, int[]> packed(Map<String, Numbers> lists) {
    Map<String, int[]> packed = HashMap.newHashMap(lists.size());
    lists.forEach(
        (word, numbers) ->
            packed.put(
                word,
                Arrays.stream(numbers.array())
                    .boxed()
                    .sorted(Comparator.comparingInt(value -> lengths[value]))
                    .mapToInt(Integer::intValue)
                    .toArray()));
    return packed;
  }

  /** Collects values before they are indexed. */
  static final class Builder {
    private final List<Place> places = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private final List<Integer> placeOfValue = new ArrayList<>();

    /** Adds the values of a column, the most frequent first; what is too much is left out. */
    void add(TableName table, String column, List<String> found) {
      places.add(new Place(table, column));
      for (String value : found) {
        boolean room = values.size() < MOST_OF_SOURCE;
        if (room && !value.isBlank() && value.length() <= LONGEST) {
          values.add(value);
          placeOfValue.add(places.size() - 1);
        }
      }
    }

    TextValueIndex build() {
      return new TextValueIndex(this);
    }
  }

  private static final class Numbers {
    private int[] numbers = new int[2];
    private int count;

    void add(int number) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, count * 2);
      }
      numbers[count++] = number;
    }

    int[] array() {
      return Arrays.copyOf(numbers, count);
    }
  }
}
