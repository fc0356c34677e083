package dev.alidade.engine.sqlite;

import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.base.Nearest;
import dev.alidade.sql.Reason;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds misspelled columns in double quotes. The engine takes such a name for a text, so {@code
 * WHERE "regoin" = 'west'} would quietly find nothing. Where a text makes sense ({@code WHERE city
 * = "Bern"}) it stays allowed, because many people write texts so.
 */
final class SqliteDoubleQuotes {
  private static final Set<String> BEFORE_EXPRESSION = Set.of("SELECT", "DISTINCT", "ALL", "BY");
  private static final Set<String> AFTER_EXPRESSION =
      Set.of(
          "FROM",
          "ASC",
          "DESC",
          "LIMIT",
          "HAVING",
          "ORDER",
          "UNION",
          "EXCEPT",
          "INTERSECT",
          "COLLATE",
          "NULLS");
  private static final Set<String> TESTS =
      Set.of("IN", "LIKE", "BETWEEN", "IS", "NOT", "GLOB", "ISNULL", "NOTNULL");
  private static final Set<String> COMPARISONS =
      Set.of("=", "==", "<", ">", "<=", ">=", "<>", "!=");
  private static final Set<String> ROW_NUMBERS = Set.of("rowid", "oid", "_rowid_");
  private static final Set<String> AGGREGATES =
      Set.of("sum", "avg", "min", "max", "count", "total", "group_concat");

  private final String sql;
  private final List<SqliteToken> tokens;
  private final Set<String> texts;
  private final List<String> columns;
  private final Set<String> known = new HashSet<>();

  /**
   * @param texts the texts that the compiled statement holds
   * @param columns the columns of the tables that it reads
   */
  SqliteDoubleQuotes(
      String sql, List<SqliteToken> tokens, Set<String> texts, List<String> columns) {
    this.sql = sql;
    this.tokens = tokens;
    this.texts = new HashSet<>(texts);
    this.columns = columns;
    columns.forEach(column -> known.add(column.toLowerCase(Locale.ROOT)));
    for (int index = 1; index < tokens.size(); index++) {
      if (tokens.get(index - 1).keyword().equals("AS")) {
        known.add(tokens.get(index).unquoted().toLowerCase(Locale.ROOT));
      }
    }
  }

  /** The first name that was taken for a text although a column was meant. */
  Optional<Reason> mistake() {
    for (int index = 0; index < tokens.size(); index++) {
      if (isTakenForText(tokens.get(index)) && isMeantAsColumn(index)) {
        return Optional.of(reason(tokens.get(index)));
      }
    }
    return Optional.empty();
  }

  /**
   * The same, also where the engine has already computed the text away.
   *
   * @param everywhere every column that the source has, in lower case
   */
  Optional<Reason> mistake(Set<String> everywhere) {
    Map<String, Integer> often = new HashMap<>();
    tokens.forEach(
        token -> often.merge(token.unquoted().toLowerCase(Locale.ROOT), 1, Integer::sum));
    for (SqliteToken token : tokens) {
      String name = token.unquoted().toLowerCase(Locale.ROOT);
      if (token.text().startsWith("\"") && often.get(name) == 1 && !everywhere.contains(name)) {
        texts.add(token.unquoted());
      }
    }
    ROW_NUMBERS.forEach(texts::remove);
    return mistake();
  }

  private boolean isTakenForText(SqliteToken token) {
    return token.kind() == SqliteToken.Kind.QUOTED_NAME
        && token.text().startsWith("\"")
        && texts.contains(token.unquoted())
        && !known.contains(token.unquoted().toLowerCase(Locale.ROOT));
  }

  private boolean isMeantAsColumn(int index) {
    return isWholeExpression(index) || isTested(index) || isAggregated(index);
  }

  private boolean isWholeExpression(int index) {
    boolean begins =
        BEFORE_EXPRESSION.contains(keyword(index - 1))
            || (text(index - 1).equals(",") && isInColumnList(index));
    boolean ends =
        index + 1 == tokens.size()
            || Set.of(",", ")", ";").contains(text(index + 1))
            || AFTER_EXPRESSION.contains(keyword(index + 1));
    return begins && ends;
  }

  // Whether the list that the token stands in is that of a SELECT, GROUP BY or ORDER BY.
  private boolean isInColumnList(int index) {
    int depth = 0;
    for (int before = index - 1; before >= 0; before--) {
      if (text(before).equals(")")) {
        depth++;
      } else if (text(before).equals("(")) {
        if (depth-- == 0) {
          return false;
        }
      } else if (depth == 0 && BEFORE_EXPRESSION.contains(keyword(before))) {
        return true;
      } else if (depth == 0 && AFTER_EXPRESSION.contains(keyword(before))) {
        return false;
      }
    }
    return false;
  }

  private boolean isTested(int index) {
    if (TESTS.contains(keyword(index + 1))) {
      return !isOperand(index - 1);
    }
    return COMPARISONS.contains(text(index + 1))
        && index + 2 < tokens.size()
        && switch (tokens.get(index + 2).kind()) {
          case STRING, NUMBER, VARIABLE -> true;
          case QUOTED_NAME -> isTakenForText(tokens.get(index + 2));
          case WORD, OPERATOR, SEMICOLON, ILLEGAL -> false;
        }
        && !isOperand(index - 1);
  }

  // After an operator the text is the right side of something else: city = "Bern" IS TRUE.
  private boolean isOperand(int before) {
    return COMPARISONS.contains(text(before))
        || TESTS.contains(keyword(before))
        || text(before).equals("||")
        || keyword(before).equals("ESCAPE");
  }

  private boolean isAggregated(int index) {
    int open = keyword(index - 1).equals("DISTINCT") ? index - 2 : index - 1;
    return text(open).equals("(")
        && text(index + 1).equals(")")
        && AGGREGATES.contains(text(open - 1).toLowerCase(Locale.ROOT));
  }

  private Reason reason(SqliteToken token) {
    String name = token.unquoted();
    return new Reason(
        ErrorCode.COLUMN_NOT_FOUND,
        "Column `%s` not found%s%s"
            .formatted(
                name,
                Nearest.hint(name, columns),
                Nearest.to(name, columns).isPresent()
                    ? ""
                    : "; write a text in single quotes: '%s'".formatted(name.replace("'", "''"))),
        Optional.of(Location.of(sql, token.start())));
  }

  private String keyword(int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index).keyword() : "";
  }

  private String text(int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index).text() : "";
  }
}
