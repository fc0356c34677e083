package dev.alidade.sql;

import java.util.Objects;

/** A token of a statement: the characters from {@code start} up to {@code end}. */
public record SqlToken(Kind kind, int start, int end) {
  /** What a token is. */
  public enum Kind {
    /** A keyword or an identifier without quotes. */
    WORD,
    QUOTED_IDENTIFIER,
    STRING,
    NUMBER,
    /** {@code ?}, {@code $name}, {@code $1} or {@code :name}. */
    PARAMETER,
    SEMICOLON,
    SYMBOL,
    /** A quote or comment that never ends. */
    UNTERMINATED
  }

  public SqlToken {
    Objects.requireNonNull(kind, "kind");
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("no such token: " + start + ".." + end);
    }
  }

  /** The characters of the token. */
  public String text(String sql) {
    return sql.substring(start, end);
  }
}
