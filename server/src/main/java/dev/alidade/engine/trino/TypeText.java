package dev.alidade.engine.trino;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * A type as Trino writes it: {@code decimal(12,2)}, {@code timestamp(3) with time zone}, {@code
 * array(row(a integer, "b c" map(varchar, date)))}.
 *
 * @param base the name without what stands in brackets, in lower case
 * @param numbers lengths, precisions and scales
 * @param parts the types inside of it
 */
record TypeText(String base, List<Integer> numbers, List<TypeText> parts) {
  /** The names that consist of several words, or of which a part is a name of its own. */
  private static final Set<String> NESTING = Set.of("array", "map", "row");

  TypeText {
    Objects.requireNonNull(base, "base");
    numbers = List.copyOf(numbers);
    parts = List.copyOf(parts);
  }

  /** Reads a type; what it does not know is a name without parts. */
  static TypeText of(String text) {
    String type = text.strip();
    int open = type.indexOf('(');
    if (open < 0) {
      return new TypeText(type.toLowerCase(Locale.ENGLISH), List.of(), List.of());
    }
    int close = closing(type, open);
    String before = type.substring(0, open).strip().toLowerCase(Locale.ENGLISH);
    String behind = type.substring(Math.min(close + 1, type.length())).strip();
    List<String> inside = split(type.substring(open + 1, close));
    if (before.equals("row")) {
      return new TypeText(before, List.of(), inside.stream().map(TypeText::ofField).toList());
    }
    if (NESTING.contains(before)) {
      return new TypeText(before, List.of(), inside.stream().map(TypeText::of).toList());
    }
    String base = behind.isEmpty() ? before : before + " " + behind.toLowerCase(Locale.ENGLISH);
    return new TypeText(base, numbers(inside), List.of());
  }

  /** The first number, or what holds without. */
  int number(int usual) {
    return numbers.isEmpty() ? usual : numbers.getFirst();
  }

  /** A field is a type, mostly with a name before it, which may consist of anything. */
  private static TypeText ofField(String text) {
    String field = text.strip();
    if (isKnown(field)) {
      return of(field);
    }
    int from = field.startsWith("\"") ? closingQuote(field) + 1 : 0;
    for (int space = field.indexOf(' ', from); space >= 0; space = field.indexOf(' ', space + 1)) {
      if (isKnown(field.substring(space + 1).strip())) {
        return of(field.substring(space + 1));
      }
    }
    return of(field.substring(field.lastIndexOf(' ') + 1));
  }

  private static boolean isKnown(String text) {
    return TrinoTypes.isKnown(of(text).base())
        && (text.indexOf('(') < 0 || closing(text, text.indexOf('(')) < text.length());
  }

  private static List<Integer> numbers(List<String> inside) {
    List<Integer> numbers = new ArrayList<>();
    for (String part : inside) {
      if (part.strip().matches("[0-9]{1,9}")) {
        numbers.add(Integer.parseInt(part.strip()));
      }
    }
    return numbers;
  }

  /** Splits at commas outside of brackets and quotes. */
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    boolean quoted = false;
    for (int index = 0; index < text.length(); index++) {
      char current = text.charAt(index);
      if (current == '"') {
        quoted = !quoted;
      } else if (!quoted && current == '(') {
        depth++;
      } else if (!quoted && current == ')') {
        depth--;
      } else if (!quoted && depth == 0 && current == ',') {
        parts.add(text.substring(start, index));
        start = index + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static int closing(String text, int open) {
    int depth = 0;
    boolean quoted = false;
    for (int index = open; index < text.length(); index++) {
      char current = text.charAt(index);
      if (current == '"') {
        quoted = !quoted;
      } else if (!quoted && current == '(') {
        depth++;
      } else if (!quoted && current == ')') {
        depth--;
        if (depth == 0) {
          return index;
        }
      }
    }
    return text.length();
  }

  private static int closingQuote(String text) {
    int index = 1;
    while (index < text.length()) {
      if (text.charAt(index) != '"') {
        index++;
      } else if (index + 1 < text.length() && text.charAt(index + 1) == '"') {
        index += 2;
      } else {
        return index;
      }
    }
    return text.length() - 1;
  }
}
