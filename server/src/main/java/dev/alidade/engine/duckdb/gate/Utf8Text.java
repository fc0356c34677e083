package dev.alidade.engine.duckdb.gate;

import dev.alidade.base.Location;

/** A text whose places the engine counts in bytes of UTF-8 and Java in UTF-16 units. */
record Utf8Text(String text) {
  /** The place of the character that holds the byte; beyond the end is the end. */
  Location locationOf(int byteOffset) {
    return Location.of(text, indexOf(byteOffset));
  }

  int indexOf(int byteOffset) {
    int bytes = 0;
    int index = 0;
    while (index < text.length()) {
      int codePoint = text.codePointAt(index);
      int next = bytes + width(codePoint);
      if (next > byteOffset) {
        return index;
      }
      bytes = next;
      index += Character.charCount(codePoint);
    }
    return text.length();
  }

  private static int width(int codePoint) {
    if (codePoint < 0x80) {
      return 1;
    }
    if (codePoint < 0x800) {
      return 2;
    }
    return codePoint < 0x10000 ? 3 : 4;
  }
}
