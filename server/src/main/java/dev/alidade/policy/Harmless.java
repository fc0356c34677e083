package dev.alidade.policy;

import dev.alidade.sql.Inspection;
import dev.alidade.sql.Lexer;
import dev.alidade.sql.LexicalRules;
import dev.alidade.sql.SqlToken;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Knows statements whose conditions cannot fail on a value, whatever the order in which an engine
 * applies them: comparisons, LIKE, IN, AND, OR and aggregates, but no arithmetic, no casts and no
 * functions besides a few.
 */
final class Harmless {
  private static final Set<String> FUNCTIONS =
      Set.of(
          "count",
          "count_star",
          "sum",
          "min",
          "max",
          "avg",
          "lower",
          "upper",
          "coalesce",
          "nullif",
          "length",
          "row_number",
          "rank",
          "dense_rank",
          "lag",
          "lead",
          "first_value",
          "last_value");
  private static final String COMPARISONS = ",.()=<>!";
  private static final Set<String> CONVERSIONS =
      Set.of(
          "cast", "try_cast", "convert", "interval", "similar", "regexp", "rlike", "collate", "at");
  private static final Set<String> BEFORE_STAR = Set.of("select", "distinct", "all");

  private Harmless() {}

  /** {@code shapes} are those of the tables that the statement reads. */
  static boolean isHarmless(
      String sql, LexicalRules rules, Inspection inspection, List<TableShape> shapes) {
    boolean known =
        inspection.functions().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .allMatch(FUNCTIONS::contains);
    List<SqlToken> tokens = Lexer.tokens(sql, rules);
    return known && tokensAre(sql, tokens) && new Comparisons(sql, tokens, shapes).areAlike();
  }

  private static boolean tokensAre(String sql, List<SqlToken> tokens) {
    for (int index = 0; index < tokens.size(); index++) {
      String text = tokens.get(index).text(sql).toLowerCase(Locale.ROOT);
      boolean harmless =
          switch (tokens.get(index).kind()) {
            case WORD -> !CONVERSIONS.contains(text);
            case SYMBOL ->
                COMPARISONS.contains(text) || (text.equals("*") && isStar(sql, tokens, index));
            case NUMBER, STRING, QUOTED_IDENTIFIER, PARAMETER, SEMICOLON -> true;
            case UNTERMINATED -> false;
          };
      if (!harmless) {
        return false;
      }
    }
    return true;
  }

  private static boolean isStar(String sql, List<SqlToken> tokens, int index) {
    String before = index == 0 ? "" : tokens.get(index - 1).text(sql).toLowerCase(Locale.ROOT);
    return BEFORE_STAR.contains(before)
        || before.equals(".")
        || before.equals(",")
        || before.equals("(");
  }
}
