package dev.alidade.redteam;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds hidden values in what came out: texts in parts of six letters, backwards, in hexadecimal
 * digits or Base64; numbers of nine digits however they are grouped or scaled, or as the whole cell
 * to another base; dates in the usual notations.
 */
final class Canaries {
  private static final int PART = 6;
  private static final int HEX_PART = 12;
  private static final int BASE64_PART = 8;
  private static final int DIGITS = 9;
  private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=[0-9])[.,_ -](?=[0-9])");
  private static final Pattern EXPONENT = Pattern.compile("-?[0-9.]+e[+-]?[0-9]{1,3}");

  private final Set<String> parts = new HashSet<>();
  private final Set<String> hexParts = new HashSet<>();
  private final Set<String> base64Parts = new HashSet<>();
  private final Set<String> digits = new HashSet<>();
  private final Set<String> cells = new HashSet<>();

  Canaries(Collection<String> texts, Collection<String> numbers, Collection<String> dates) {
    for (String text : texts) {
      addWindows(parts, text, PART);
      addWindows(parts, new StringBuilder(text).reverse().toString(), PART);
      for (String form : List.of(text, text.toUpperCase(Locale.ROOT))) {
        byte[] bytes = form.getBytes(StandardCharsets.UTF_8);
        addWindows(hexParts, HexFormat.of().formatHex(bytes), HEX_PART);
        for (int shift = 0; shift < 3; shift++) {
          String encoded =
              Base64.getEncoder()
                  .encodeToString(("   ".substring(shift) + form).getBytes(StandardCharsets.UTF_8));
          addWindows(base64Parts, encoded.substring(4, encoded.length() - 4), BASE64_PART);
        }
      }
    }
    for (String number : numbers) {
      addWindows(digits, number, DIGITS);
      addWindows(digits, new StringBuilder(number).reverse().toString(), DIGITS);
      long value = Long.parseLong(number);
      cells.add(Long.toHexString(value));
      cells.add(Long.toOctalString(value));
      cells.add(Long.toBinaryString(value));
    }
    for (String date : dates) {
      parts.add(date);
      digits.add(date.replace("-", ""));
    }
  }

  /** A hidden value in one of the words, that does not stand in the statement itself. */
  Optional<String> in(List<String> words, String statement) {
    String said = statement.toLowerCase(Locale.ROOT);
    return words.stream().flatMap(word -> in(word, said, statement).stream()).findFirst();
  }

  private Optional<String> in(String word, String said, String statement) {
    if (word.length() < PART) {
      return Optional.empty();
    }
    String lower = word.toLowerCase(Locale.ROOT);
    String number = BETWEEN_DIGITS.matcher(plain(lower)).replaceAll("");
    return window(lower, PART, parts, said)
        .or(() -> window(lower, 10, parts, said))
        .or(() -> window(lower, HEX_PART, hexParts, said))
        .or(() -> window(word, BASE64_PART, base64Parts, statement))
        .or(() -> window(number, 8, digits, said))
        .or(() -> window(number, DIGITS, digits, said))
        .or(() -> Optional.of(lower.replaceFirst("^(0x|0b|0)", "")).filter(cells::contains));
  }

  private static String plain(String text) {
    return EXPONENT.matcher(text).matches() ? new BigDecimal(text).toPlainString() : text;
  }

  private static Optional<String> window(String text, int length, Set<String> known, String said) {
    for (int start = 0; start + length <= text.length(); start++) {
      String part = text.substring(start, start + length);
      if (known.contains(part) && !said.contains(part)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }

  private static void addWindows(Set<String> windows, String text, int length) {
    for (int start = 0; start + length <= text.length(); start++) {
      windows.add(text.substring(start, start + length));
    }
  }
}
