package dev.alidade.cache.derive;

import dev.alidade.engine.ResultRules;
import dev.alidade.sql.LexicalRules;
import dev.alidade.sql.SqlToken;
import dev.alidade.sql.SqlToken.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What can surely be read of a statement: its text without the LIMIT at its end, and that.
 *
 * @param scope under what it runs
 * @param stem the text without its LIMIT
 * @param limit how many rows it asks for at most
 * @param select how it picks its rows, where each is picked by itself
 * @param grouped how it puts them together to groups, where it does
 */
public record Shape(
    String scope,
    String stem,
    OptionalLong limit,
    Optional<Select> select,
    Optional<Grouped> grouped) {
  private static final int MOST_DIGITS = 18;

  public Shape {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(stem, "stem");
    Objects.requireNonNull(limit, "limit");
    Objects.requireNonNull(select, "select");
    Objects.requireNonNull(grouped, "grouped");
  }

  /** What a statement asks for; empty where that cannot be read without a doubt. */
  public static Optional<Shape> of(ResultRules.Scoped sql, LexicalRules rules) {
    String text = withoutEnd(sql.statement());
    return PlainText.tokens(text, rules)
        .filter(tokens -> !tokens.isEmpty() && isQuery(tokens.getFirst(), text))
        .map(tokens -> of(sql.scope(), text, tokens));
  }

  /** What statements have in common of which one may hold the rows of the other. */
  public String family() {
    return select.map(Select::family).or(() -> grouped.map(Grouped::family)).orElse(stem);
  }

  private static Shape of(String scope, String text, List<SqlToken> tokens) {
    int last = tokens.size() - 1;
    boolean limited =
        last > 1
            && tokens.get(last - 1).kind() == Kind.WORD
            && tokens.get(last - 1).text(text).equalsIgnoreCase("LIMIT")
            && isCount(tokens.get(last), text);
    Optional<Clauses> clauses =
        Clauses.of(new Words(text, limited ? tokens.subList(0, last - 1) : tokens));
    return new Shape(
        scope,
        limited ? text.substring(0, tokens.get(last - 2).end()) : text,
        limited
            ? OptionalLong.of(Long.parseLong(tokens.get(last).text(text)))
            : OptionalLong.empty(),
        clauses.flatMap(Select::of),
        clauses.flatMap(Grouped::of));
  }

  private static String withoutEnd(String sql) {
    String text = sql.strip();
    return text.endsWith(";") ? text.substring(0, text.length() - 1).strip() : text;
  }

  /** What begins otherwise may be something that reads the LIMIT as its own. */
  private static boolean isQuery(SqlToken first, String text) {
    String word = first.text(text);
    return word.equalsIgnoreCase("SELECT") || word.equalsIgnoreCase("WITH");
  }

  private static boolean isCount(SqlToken token, String text) {
    return token.kind() == Kind.NUMBER
        && token.end() - token.start() <= MOST_DIGITS
        && token.text(text).chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }
}
