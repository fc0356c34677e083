package dev.alidade.admission;

/**
 * What is done with a turn, so that it is known again.
 *
 * @param shape the same for texts that differ in their literals alone
 */
public record Work(long shape) {
  private static final long PRIME = 0x100000001b3L;
  private static final long BASIS = 0xcbf29ce484222325L;

  /** The work that a statement is; an estimate hangs on it, nothing else. */
  public static Work of(String statement) {
    long hash = BASIS;
    boolean quoted = false;
    char last = ' ';
    for (int at = 0; at < statement.length(); at++) {
      char here = statement.charAt(at);
      boolean isQuote = here == '\'';
      quoted ^= isQuote;
      boolean isLiteral = isQuote ? !quoted || last == '\'' : quoted;
      if (isLiteral || (isDigit(here) && isDigit(last))) {
        continue;
      }
      last = here;
      hash = (hash ^ (isDigit(here) ? '0' : here)) * PRIME;
    }
    return new Work(hash);
  }

  private static boolean isDigit(char unit) {
    return unit >= '0' && unit <= '9';
  }
}
