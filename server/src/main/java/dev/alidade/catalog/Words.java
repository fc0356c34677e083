package dev.alidade.catalog;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names and values as plain words, so that spelling habits do not matter. */
public final class Words {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern INNER_CAPITAL =
      Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

  private Words() {}

  /** Lower-case words without accents; whatever is no letter or digit separates them. */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    String plain = isPlain(text) ? text : withoutMarks(text);
    for (int index = 0; index < plain.length(); index++) {
      char current = plain.charAt(index);
      if (Character.isLetterOrDigit(current) || Character.isSurrogate(current)) {
        word.append(Character.toLowerCase(current));
      } else if (current != '\'' && !word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  /** The words of a name, where a capital begins a word too: {@code CustomerID}, {@code custId}. */
  public static List<String> ofName(String name) {
    return of(INNER_CAPITAL.matcher(name).replaceAll(" "));
  }

  /** The word as one of many is called. */
  public static String singular(String word) {
    int length = word.length();
    boolean plural =
        length > 3
            && word.endsWith("s")
            && !word.endsWith("ss")
            && !word.endsWith("us")
            && !word.endsWith("is");
    if (!plural) {
      return word;
    }
    if (word.endsWith("ies") && length > 4) {
      return word.substring(0, length - 3) + "y";
    }
    boolean sibilant =
        word.endsWith("sses")
            || word.endsWith("shes")
            || word.endsWith("ches")
            || word.endsWith("xes")
            || word.endsWith("zes")
            || (word.endsWith("uses") && length > 5 && !isVowel(word.charAt(length - 5)));
    return word.substring(0, length - (sibilant ? 2 : 1));
  }

  private static boolean isVowel(char letter) {
    return "aeiou".indexOf(letter) >= 0;
  }

  /** Each word as one of many is called. */
  static List<String> singulars(List<String> words) {
    return words.stream().map(Words::singular).toList();
  }

  private static boolean isPlain(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (text.charAt(index) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static String withoutMarks(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
