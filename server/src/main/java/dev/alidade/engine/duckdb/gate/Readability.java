package dev.alidade.engine.duckdb.gate;

import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.sql.Reason;
import java.util.Optional;

/** Looks at a text before any parser does: what could hurt a parser is refused here. */
final class Readability {
  private static final int MOST_BRACKETS = 20_000;

  private Readability() {}

  static Optional<Reason> reasonAgainst(String sql) {
    int brackets = 0;
    for (int index = 0; index < sql.length(); index++) {
      char character = sql.charAt(index);
      if (character == '(' || character == '[' || character == '{') {
        brackets++;
      } else if (isUnwelcome(sql, index)) {
        return Optional.of(
            new Reason(
                ErrorCode.SYNTAX_ERROR,
                "The character U+%04X is not allowed in a statement; bind it as a parameter"
                    .formatted((int) character),
                Optional.of(Location.of(sql, index))));
      }
    }
    if (sql.isBlank()) {
      return Optional.of(
          Reason.of(ErrorCode.SYNTAX_ERROR, "There is no statement; write a SELECT"));
    }
    if (brackets > MOST_BRACKETS) {
      return Optional.of(
          Reason.of(
              ErrorCode.SQL_TOO_COMPLEX,
              "The statement has %,d opening brackets; at most %,d are read"
                  .formatted(brackets, MOST_BRACKETS)));
    }
    return Optional.empty();
  }

  /** Control characters, half surrogate pairs, and marks that turn the order of letters around. */
  private static boolean isUnwelcome(String sql, int index) {
    char character = sql.charAt(index);
    if (character < ' ') {
      return character != '\t' && character != '\n' && character != '\r' && character != '\f';
    }
    if (Character.isHighSurrogate(character)) {
      return index + 1 == sql.length() || !Character.isLowSurrogate(sql.charAt(index + 1));
    }
    if (Character.isLowSurrogate(character)) {
      return index == 0 || !Character.isHighSurrogate(sql.charAt(index - 1));
    }
    return character == '\u007f'
        || (character >= '\u202a' && character <= '\u202e')
        || (character >= '\u2066' && character <= '\u2069');
  }
}
