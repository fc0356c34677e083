package dev.alidade.edge.cli;

import java.text.BreakIterator;
import java.util.Locale;

/** Text from data as a terminal may show it: nothing in it can move the cursor or hide. */
final class SafeText {
  private static final int FIRST_CONTROL_PICTURE = 0x2400;
  private static final int DELETE_PICTURE = 0x2421;
  private static final int REPLACEMENT = 0xFFFD;
  private static final String ELLIPSIS = "…";

  private SafeText() {}

  /** The text in one line, its control characters made visible. */
  static String oneLine(String text) {
    return clean(text, false);
  }

  /** The text with its line breaks, its other control characters made visible. */
  static String lines(String text) {
    return clean(text, true);
  }

  private static String clean(String text, boolean keepLines) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> safe.appendCodePoint(keepLines && point == '\n' ? point : shown(point)));
    return safe.toString();
  }

  private static int shown(int point) {
    if (point < 0x20) {
      return FIRST_CONTROL_PICTURE + point;
    }
    if (point == 0x7F) {
      return DELETE_PICTURE;
    }
    boolean reorders =
        point == 0x200E
            || point == 0x200F
            || point == 0x061C
            || (point >= 0x202A && point <= 0x202E)
            || (point >= 0x2066 && point <= 0x2069);
    boolean breaksLine = point == 0x2028 || point == 0x2029;
    boolean isC1 = point >= 0x80 && point < 0xA0;
    boolean isHalf = point >= 0xD800 && point <= 0xDFFF;
    return reorders || breaksLine || isC1 || isHalf ? REPLACEMENT : point;
  }

  /** How many columns a terminal gives the text. */
  static int width(String text) {
    if (isPlain(text)) {
      return text.length();
    }
    int width = 0;
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int start = characters.first();
    for (int end = characters.next(); end != BreakIterator.DONE; end = characters.next()) {
      width += widthOfCharacter(text.substring(start, end));
      start = end;
    }
    return width;
  }

  /** The start of the text that fits, with an ellipsis where some is left out. */
  static String fit(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    StringBuilder fitting = new StringBuilder();
    int used = 0;
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int start = characters.first();
    for (int end = characters.next(); end != BreakIterator.DONE; end = characters.next()) {
      String character = text.substring(start, end);
      int width = widthOfCharacter(character);
      if (used + width > columns - 1) {
        break;
      }
      fitting.append(character);
      used += width;
      start = end;
    }
    return fitting + ELLIPSIS;
  }

  private static boolean isPlain(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (text.charAt(index) >= 0x300) {
        return false;
      }
    }
    return true;
  }

  private static int widthOfCharacter(String character) {
    int widest = 0;
    for (int index = 0; index < character.length(); ) {
      int point = character.codePointAt(index);
      // The emoji variation selector makes a wide sign of a narrow one.
      widest = Math.max(widest, point == 0xFE0F ? 2 : widthOf(point));
      index += Character.charCount(point);
    }
    return widest;
  }

  private static int widthOf(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(point) ? 2 : 1;
  }

  /** East Asian wide and fullwidth signs, and emoji. */
  private static boolean isWide(int point) {
    return (point >= 0x1100 && point <= 0x115F)
        || (point >= 0x231A && point <= 0x231B)
        || (point >= 0x23E9 && point <= 0x23EC)
        || (point >= 0x25FD && point <= 0x25FE)
        || (point >= 0x2E80 && point <= 0x303E)
        || (point >= 0x3041 && point <= 0x4DBF)
        || (point >= 0x4E00 && point <= 0xA4CF)
        || (point >= 0xA960 && point <= 0xA97C)
        || (point >= 0xAC00 && point <= 0xD7A3)
        || (point >= 0xF900 && point <= 0xFAFF)
        || (point >= 0xFE30 && point <= 0xFE6F)
        || (point >= 0xFF00 && point <= 0xFF60)
        || (point >= 0xFFE0 && point <= 0xFFE6)
        || (point >= 0x1F1E6 && point <= 0x1F1FF)
        || (point >= 0x1F300 && point <= 0x1F64F)
        || (point >= 0x1F680 && point <= 0x1F6FF)
        || (point >= 0x1F7E0 && point <= 0x1F7EB)
        || (point >= 0x1F900 && point <= 0x1FAFF)
        || (point >= 0x20000 && point <= 0x3FFFD);
  }
}
