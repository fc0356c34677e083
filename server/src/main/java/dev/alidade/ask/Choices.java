package dev.alidade.ask;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Tells which of the offered options somebody chose. */
final class Choices {
  private static final Map<String, Integer> ORDINALS =
      Map.of("first", 1, "second", 2, "third", 3, "fourth", 4, "1st", 1, "2nd", 2, "3rd", 3);
  private static final Pattern NUMBER =
      Pattern.compile("(?:#|no\\.? ?|number |option |choice )?(\\d)[.)]?");
  private static final Pattern ORDINAL =
      Pattern.compile("(?:the )?(\\w+)(?: one| option| reading)?");

  private Choices() {}

  /**
   * An option and how it was chosen.
   *
   * @param number which it was, from 1
   */
  record Chosen(Memory.Choice choice, int number, String how) {}

  /** The option of this number; fails where there is none. */
  static Chosen numbered(List<Memory.Choice> offered, int number) {
    if (number < 1 || number > offered.size()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          offered.isEmpty()
              ? "The last turn offered nothing to choose from; ask a question"
              : "There is no option %d; choose a number from 1 to %d"
                  .formatted(number, offered.size()));
    }
    return new Chosen(offered.get(number - 1), number, "by its number");
  }

  /** The option that a text names by its number, its place or its words. */
  static Optional<Chosen> said(List<Memory.Choice> offered, String text) {
    if (offered.isEmpty()) {
      return Optional.empty();
    }
    String plain = plain(text);
    for (int at = 0; at < offered.size(); at++) {
      Memory.Choice choice = offered.get(at);
      if (plain.equals(plain(choice.label())) || plain.equals(plain(choice.question()))) {
        return Optional.of(new Chosen(choice, at + 1, "by its words"));
      }
    }
    Matcher number = NUMBER.matcher(plain);
    if (number.matches() && isWithin(Integer.parseInt(number.group(1)), offered)) {
      return Optional.of(numbered(offered, Integer.parseInt(number.group(1))));
    }
    Matcher ordinal = ORDINAL.matcher(plain);
    if (ordinal.matches()) {
      int place =
          ordinal.group(1).equals("last")
              ? offered.size()
              : ORDINALS.getOrDefault(ordinal.group(1), 0);
      if (isWithin(place, offered)) {
        return Optional.of(new Chosen(offered.get(place - 1), place, "by its place"));
      }
    }
    return byDifference(offered, plain);
  }

  /** Words that stand in one option only say which. */
  private static Optional<Chosen> byDifference(List<Memory.Choice> offered, String plain) {
    List<String> words =
        List.of(plain.replaceFirst("^(the|by|with|from|of) ", "").split("[^\\p{L}\\p{N}]+", -1));
    int[] holding =
        IntStream.range(0, offered.size())
            .filter(
                at ->
                    words.stream()
                        .allMatch(word -> !word.isEmpty() && hasWord(offered.get(at), word)))
            .toArray();
    boolean few = words.size() <= 3 && plain.length() >= 3;
    return few && holding.length == 1
        ? Optional.of(new Chosen(offered.get(holding[0]), holding[0] + 1, "by its words"))
        : Optional.empty();
  }

  private static boolean hasWord(Memory.Choice choice, String word) {
    return List.of(plain(choice.label()).split("[^\\p{L}\\p{N}]+", -1)).stream()
        .anyMatch(one -> one.equals(word) || one.equals(word + "s") || (one + "s").equals(word));
  }

  private static boolean isWithin(int number, List<Memory.Choice> offered) {
    return number >= 1 && number <= offered.size();
  }

  private static String plain(String text) {
    return text.strip()
        .toLowerCase(Locale.ROOT)
        .replaceFirst("[.!?]+$", "")
        .replaceAll("\\s+", " ");
  }
}
