package dev.alidade.engine;

import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.base.Caches;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The words by which a statement may give other rows while the data are the same: functions of the
 * time, of chance or of the session, and relations that hold such functions themselves.
 *
 * <p>Every run of letters and digits is a word, in strings and comments too, for nothing is then
 * hidden by what a reader takes for one. {@code now(} is the word with what may be a parenthesis
 * behind it. What is not the function that it is taken for is run anew, never wrongly kept.
 */
public final class ChangingWords {
  private static final int MOST_CHARACTERS = 2_000_000;

  private final Set<String> words;
  // Most statements come again.
  private final Cache<String, Set<String>> read =
      Caches.builder()
          .maximumWeight(MOST_CHARACTERS)
          .weigher((String text, Set<String> found) -> 100 + 2 * text.length())
          .build();

  /** Names of relations, each as the words it consists of. */
  public record Names(Set<String> single, List<Set<String>> composed) {
    /** No relation. */
    public static final Names NONE = of(List.of());

    public Names {
      single = Set.copyOf(single);
      composed = List.copyOf(composed);
    }

    /** Relations of these names. */
    public static Names of(Collection<String> names) {
      Set<String> single = new HashSet<>();
      List<Set<String>> composed =
          names.stream().map(ChangingWords::split).filter(words -> words.size() != 1).toList();
      names.stream()
          .map(ChangingWords::split)
          .filter(words -> words.size() == 1)
          .forEach(single::addAll);
      return new Names(single, composed);
    }
  }

  /** These words, in lower case. */
  public ChangingWords(Set<String> words) {
    this.words = Set.copyOf(words);
  }

  /** The first of them that a statement or a text among its values holds, or such a relation. */
  public Optional<String> in(String text, Parameters values, Names relations) {
    Set<String> found = of(text);
    return in(found)
        .or(() -> found.stream().filter(relations.single()::contains).findFirst())
        .or(
            () ->
                relations.composed().stream()
                    .filter(found::containsAll)
                    .findFirst()
                    .map(name -> String.join(" ", name)))
        .or(() -> in(values));
  }

  /** The words of a text, in lower case. */
  public Set<String> of(String text) {
    return read.get(text, ChangingWords::split);
  }

  /** What is said of a statement that has such a word. */
  public static Freshness changing(String word) {
    return new Freshness.Changing(
        "`%s` may give something else each time, or is a view that may".formatted(word));
  }

  private Optional<String> in(Set<String> found) {
    return found.stream().filter(words::contains).findFirst();
  }

  private Optional<String> in(Parameters values) {
    Collection<Object> bound =
        switch (values) {
          case Parameters.Positional positional -> positional.values();
          case Parameters.Named named -> named.values().values();
        };
    for (Object value : bound) {
      Optional<String> word = value instanceof String text ? in(split(text)) : Optional.empty();
      if (word.isPresent()) {
        return word;
      }
    }
    return Optional.empty();
  }

  private static Set<String> split(String text) {
    Set<String> found = new LinkedHashSet<>();
    int start = -1;
    for (int index = 0; index <= text.length(); index++) {
      boolean inside = index < text.length() && isPart(text.charAt(index));
      if (inside && start < 0) {
        start = index;
      }
      if (!inside && start >= 0) {
        String word = text.substring(start, index).toLowerCase(Locale.ROOT);
        found.add(word);
        if (mayBeCalled(text, index)) {
          found.add(word + "(");
        }
        start = -1;
      }
    }
    return Set.copyOf(found);
  }

  /** Whether a parenthesis follows, or a comment behind which one may stand. */
  private static boolean mayBeCalled(String text, int end) {
    int next = end;
    while (next < text.length()
        && (Character.isWhitespace(text.charAt(next)) || "\"`]".indexOf(text.charAt(next)) >= 0)) {
      next++;
    }
    return next < text.length() && "(/-#".indexOf(text.charAt(next)) >= 0;
  }

  private static boolean isPart(char letter) {
    return Character.isLetterOrDigit(letter) || letter == '_';
  }
}
