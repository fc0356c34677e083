package dev.alidade.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement whose texts and parentheses are passed over. */
final class TopLevel {
  private final String whole;
  private final String blanked;

  TopLevel(String whole) {
    this.whole = whole;
    this.blanked = blanked(whole);
  }

  /** The same length, with dots in place of what stands in quotes or parentheses. */
  private static String blanked(String text) {
    StringBuilder blanked = new StringBuilder();
    int depth = 0;
    char quote = 0;
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      boolean inside = depth > 0 || quote != 0;
      if (quote != 0) {
        quote = letter == quote ? 0 : quote;
      } else if (letter == '\'' || letter == '"') {
        quote = letter;
      } else if (letter == '(') {
        depth++;
      } else if (letter == ')') {
        depth--;
      }
      blanked.append(inside || depth > 0 || quote != 0 ? '.' : letter);
    }
    return blanked.toString();
  }

  int length() {
    return whole.length();
  }

  /** Where a word stands first; -1 where it does not. */
  int find(String word, int from) {
    Matcher matcher =
        Pattern.compile("(?<![\\w.])" + word + "\\b", Pattern.CASE_INSENSITIVE).matcher(blanked);
    return matcher.find(from) ? matcher.start() : -1;
  }

  String text(int from, int to) {
    return whole.substring(from, to).strip();
  }

  /** What commas part. */
  List<String> parts() {
    return parts(0, whole.length());
  }

  List<String> parts(int from, int to) {
    List<String> parts = new ArrayList<>();
    int begin = from;
    for (int at = from; at < to; at++) {
      if (blanked.charAt(at) == ',') {
        parts.add(text(begin, at));
        begin = at + 1;
      }
    }
    parts.add(text(begin, to));
    return parts;
  }
}
