package dev.alidade.policy;

import dev.alidade.sql.SqlToken;
import dev.alidade.sql.SqlToken.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Knows whether a statement compares like with like. An engine may cast a text column to compare it
 * with a number, and such a cast fails on the first text that is none.
 */
final class Comparisons {
  private static final Set<String> SIGNS = Set.of("=", "<", ">", "!");
  private static final Set<String> WORDS = Set.of("in", "between", "and", "not", "is", "like");
  private static final Set<String> HIDDEN = Set.of("using", "natural");

  private final String sql;
  private final List<SqlToken> tokens;
  private final Map<String, Boolean> numeric = new HashMap<>();

  Comparisons(String sql, List<SqlToken> tokens, List<TableShape> shapes) {
    this.sql = sql;
    this.tokens = tokens;
    for (TableShape shape : shapes) {
      for (TableShape.Column column : shape.columns()) {
        numeric.merge(
            column.name().toLowerCase(Locale.ROOT),
            column.type().kind().isNumeric(),
            (one, other) -> one && other);
      }
    }
  }

  /** Whether no comparison needs a cast that may fail on a value. */
  boolean areAlike() {
    for (int index = 0; index < tokens.size(); index++) {
      String text = text(index);
      if (tokens.get(index).kind() == Kind.WORD && HIDDEN.contains(text)) {
        return false;
      }
      boolean compares =
          SIGNS.contains(text)
              || (tokens.get(index).kind() == Kind.WORD
                  && (text.equals("in") || text.equals("between")));
      if (compares && !isAlike(index)) {
        return false;
      }
    }
    return true;
  }

  private boolean isAlike(int sign) {
    int left = sign - 1;
    while (left >= 0 && isPartOfSign(left)) {
      left--;
    }
    int right = sign + 1;
    while (right < tokens.size() && isPartOfSign(right)) {
      right++;
    }
    boolean numberMeets = isNumber(left) || isNumber(right);
    if (!numberMeets && !(isName(left) && isName(right))) {
      // Two texts, or something that has been looked at by itself.
      return true;
    }
    return isNumericSide(left) && isNumericSide(lastOfName(right));
  }

  private boolean isPartOfSign(int index) {
    String text = text(index);
    return SIGNS.contains(text)
        || text.equals("(")
        || text.equals(",")
        || (tokens.get(index).kind() == Kind.WORD && WORDS.contains(text));
  }

  private int lastOfName(int index) {
    int last = index;
    while (last + 2 < tokens.size() && text(last + 1).equals(".")) {
      last += 2;
    }
    return last;
  }

  private boolean isNumericSide(int index) {
    return isNumber(index) || (isName(index) && numeric.getOrDefault(bare(index), Boolean.FALSE));
  }

  /** A parameter may hold a number. */
  private boolean isNumber(int index) {
    return index >= 0
        && index < tokens.size()
        && (tokens.get(index).kind() == Kind.NUMBER || tokens.get(index).kind() == Kind.PARAMETER);
  }

  private boolean isName(int index) {
    return index >= 0
        && index < tokens.size()
        && (tokens.get(index).kind() == Kind.WORD
            || tokens.get(index).kind() == Kind.QUOTED_IDENTIFIER);
  }

  private String bare(int index) {
    String text = text(index);
    return tokens.get(index).kind() == Kind.QUOTED_IDENTIFIER
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private String text(int index) {
    return tokens.get(index).text(sql).toLowerCase(Locale.ROOT);
  }
}
