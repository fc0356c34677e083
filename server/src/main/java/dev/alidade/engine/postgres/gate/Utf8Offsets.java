package dev.alidade.engine.postgres.gate;

/** Places in a text: bytes of UTF-8 and code points, as the server counts, to Java's units. */
final class Utf8Offsets {
  private final String text;

  Utf8Offsets(String text) {
    this.text = text;
  }

  /** The unit that the byte belongs to. */
  int characterOf(int bytes) {
    int seen = 0;
    int index = 0;
    while (index < text.length() && seen < bytes) {
      int point = text.codePointAt(index);
      seen += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      index += Character.charCount(point);
    }
    return index;
  }

  /** The unit where that code point, counted from 1, begins. */
  static int characterOfPoint(String text, int point) {
    int points = Math.clamp(point - 1L, 0, text.codePointCount(0, text.length()));
    return text.offsetByCodePoints(0, points);
  }
}
