package dev.alidade.engine.trino.gate;

import dev.alidade.base.Location;

/** Where Trino's lines and columns are in a text: it counts code points, Java counts its halves. */
final class TextPlace {
  private TextPlace() {}

  /** The character at a line and column that count from 1; beyond the end is the end. */
  static Location of(String text, int line, int column) {
    int offset = 0;
    for (int passed = 1; passed < line; passed++) {
      int end = text.indexOf('\n', offset);
      if (end < 0) {
        return Location.of(text, text.length());
      }
      offset = end + 1;
    }
    for (int passed = 1; passed < column && offset < text.length(); passed++) {
      offset += Character.charCount(text.codePointAt(offset));
    }
    return Location.of(text, offset);
  }
}
