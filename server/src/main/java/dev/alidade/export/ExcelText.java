package dev.alidade.export;

import java.util.regex.Pattern;

/** Texts as the XML of Excel carries them: what XML has no character for is written as a number. */
final class ExcelText {
  private static final Pattern LIKE_AN_ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private ExcelText() {}

  static String escape(String value) {
    String clear =
        value.contains("_x") ? LIKE_AN_ESCAPE.matcher(value).replaceAll("_x005F_") : value;
    if (isWritable(clear)) {
      return clear;
    }
    StringBuilder escaped = new StringBuilder();
    for (int index = 0; index < clear.length(); index++) {
      char letter = clear.charAt(index);
      if (isUnwritable(letter)) {
        escaped.append("_x%04X_".formatted((int) letter));
        continue;
      }
      escaped.append(letter);
    }
    return escaped.toString();
  }

  private static boolean isWritable(String value) {
    for (int index = 0; index < value.length(); index++) {
      if (isUnwritable(value.charAt(index))) {
        return false;
      }
    }
    return true;
  }

  // A reader of XML makes every carriage return a line feed.
  private static boolean isUnwritable(int letter) {
    return (letter < ' ' && letter != '\t' && letter != '\n')
        || letter == 0xFFFE
        || letter == 0xFFFF;
  }
}
