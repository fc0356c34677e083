package dev.alidade.export;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.query.TextBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What stands between and around fields, and which fields need it. */
final class DelimitedMarks {
  private static final String USUAL_DELIMITERS = ",;\t|";
  private static final String USUAL_QUOTES = "\"'";
  private static final int BYTE_MASK = 0xff;

  private final byte[] delimiter;
  private final byte[] quote;
  private final byte[] nulls;
  private final char decimalMark;
  private final boolean isPlain;

  /** The bytes with which something begins that needs quotes around it. */
  private final boolean[] special = new boolean[256];

  DelimitedMarks(char usualDelimiter, ExportOptions options) {
    char between = options.delimiter().map(mark -> mark.charAt(0)).orElse(usualDelimiter);
    char around = options.quote().map(mark -> mark.charAt(0)).orElse('"');
    String none = options.nulls().orElse("");
    decimalMark = options.decimalMark().map(mark -> mark.charAt(0)).orElse('.');
    if (between == around || between == decimalMark || around == decimalMark) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`delimiter`, `quote` and `decimal_mark` must differ; with a decimal comma take `;` or a tab as delimiter");
    }
    if (none.indexOf(between) >= 0 || none.indexOf(around) >= 0 || none.matches("(?s).*\\R.*")) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT, "`nulls` must hold no delimiter, quote or line end");
    }
    isPlain =
        decimalMark == '.'
            && USUAL_DELIMITERS.indexOf(between) >= 0
            && USUAL_QUOTES.indexOf(around) >= 0
            && (none.isEmpty() || none.equals("NULL") || none.equals("\\N"));
    delimiter = utf8(String.valueOf(between));
    quote = utf8(String.valueOf(around));
    nulls = utf8(none);
    special['\n'] = true;
    special['\r'] = true;
    special[delimiter[0] & BYTE_MASK] = true;
    special[quote[0] & BYTE_MASK] = true;
  }

  /** Whether no mark or text for NULL can stand in a number, a date or a time. */
  boolean isPlain() {
    return isPlain;
  }

  /** Whether the mark between whole and fraction is a point. */
  boolean hasPoint() {
    return decimalMark == '.';
  }

  void separate(TextBytes text) {
    text.add(delimiter, 0, delimiter.length);
  }

  void appendNull(TextBytes text) {
    text.add(nulls, 0, nulls.length);
  }

  /**
   * Writes the mark of fractions in place of the point of the number that begins at {@code start}.
   */
  void replacePoint(TextBytes text, int start) {
    byte[] number = Arrays.copyOfRange(text.array(), start, text.size());
    text.cut(start);
    for (byte digit : number) {
      text.add(digit == '.' ? decimalMark : (char) digit);
    }
  }

  /** Puts quotes around the field that begins at {@code start}, where it needs them. */
  void quote(TextBytes text, int start) {
    if (!needsQuotes(text.array(), start, text.size())) {
      return;
    }
    byte[] field = Arrays.copyOfRange(text.array(), start, text.size());
    text.cut(start);
    text.add(quote, 0, quote.length);
    int written = 0;
    for (int index = 0; index < field.length; index++) {
      if (isAt(quote, field, index, field.length)) {
        text.add(field, written, index - written).add(quote, 0, quote.length);
        written = index;
      }
    }
    text.add(field, written, field.length - written).add(quote, 0, quote.length);
  }

  private boolean needsQuotes(byte[] bytes, int from, int to) {
    if (from == to || Arrays.equals(bytes, from, to, nulls, 0, nulls.length)) {
      return true;
    }
    for (int index = from; index < to; index++) {
      if (special[bytes[index] & BYTE_MASK] && isMark(bytes, index, to)) {
        return true;
      }
    }
    return bytes[from] == ' ' || bytes[to - 1] == ' ';
  }

  private boolean isMark(byte[] bytes, int index, int to) {
    return bytes[index] == '\n'
        || bytes[index] == '\r'
        || isAt(delimiter, bytes, index, to)
        || isAt(quote, bytes, index, to);
  }

  private static boolean isAt(byte[] mark, byte[] bytes, int index, int to) {
    return to - index >= mark.length
        && Arrays.equals(bytes, index, index + mark.length, mark, 0, mark.length);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
