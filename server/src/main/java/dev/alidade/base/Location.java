package dev.alidade.base;

/**
 * A character of a text: line and column count from 1, offset from 0, in UTF-16 units as Java and
 * JavaScript count them.
 */
public record Location(int line, int column, int offset) {
  public Location {
    if (line < 1 || column < 1 || offset < 0) {
      throw new IllegalArgumentException("no such place: " + line + ":" + column + "@" + offset);
    }
  }

  /** The place of the character at {@code offset} of {@code text}; beyond the end is the end. */
  public static Location of(String text, int offset) {
    int end = Math.clamp(offset, 0, text.length());
    int line = 1;
    int lineStart = 0;
    for (int index = 0; index < end; index++) {
      if (text.charAt(index) == '\n') {
        line++;
        lineStart = index + 1;
      }
    }
    return new Location(line, end - lineStart + 1, end);
  }
}
