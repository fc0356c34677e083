package dev.alidade.export;

/** Texts that a spreadsheet would run. */
final class Formulas {
  private Formulas() {}

  /** Whether a text in UTF-8 is one; a plain number is none, whatever its sign. */
  static boolean isFormula(byte[] text, int from, int length) {
    if (length == 0) {
      return false;
    }
    return switch (text[from]) {
      case '=', '@', '\t', '\r' -> true;
      case '+', '-' -> !isNumber(text, from + 1, from + length);
      default -> false;
    };
  }

  /** Digits, and perhaps a mark with digits behind it. */
  private static boolean isNumber(byte[] text, int from, int to) {
    int whole = afterDigits(text, from, to);
    if (whole == from || whole == to) {
      return whole > from;
    }
    int fraction = whole + 1;
    return (text[whole] == '.' || text[whole] == ',')
        && fraction < to
        && afterDigits(text, fraction, to) == to;
  }

  private static int afterDigits(byte[] text, int from, int to) {
    int index = from;
    while (index < to && text[index] >= '0' && text[index] <= '9') {
      index++;
    }
    return index;
  }
}
