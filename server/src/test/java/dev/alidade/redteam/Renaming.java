package dev.alidade.redteam;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says of one side what was said of another: servers and folders call the same things by other
 * names.
 */
final class Renaming {
  private record Name(Pattern written, String name, String other) {
    String in(String text) {
      return written
          .matcher(text)
          .replaceAll(
              found ->
                  Matcher.quoteReplacement(
                      found.group().equals(name) ? other : other.toUpperCase(Locale.ROOT)));
    }
  }

  private final List<Name> names = new ArrayList<>();

  /** From the names of one side to those of another, in the same order. */
  Renaming(List<String> from, List<String> to) {
    for (int index = 0; index < from.size(); index++) {
      String name = from.get(index);
      String end = Character.isDigit(name.charAt(name.length() - 1)) ? "(?![0-9])" : "";
      Pattern written = Pattern.compile("(?i)" + Pattern.quote(name) + end);
      names.add(new Name(written, name, to.get(index)));
    }
  }

  String of(String text) {
    String renamed = text;
    for (Name name : names) {
      renamed = name.in(renamed);
    }
    return renamed;
  }
}
