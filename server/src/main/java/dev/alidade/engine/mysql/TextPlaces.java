package dev.alidade.engine.mysql;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Location;
import dev.alidade.engine.mysql.gate.MySqlToken;
import dev.alidade.engine.mysql.gate.MySqlTokens;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Finds in a caller's text what the server's errors speak of; empty rather than a wrong place. */
final class TextPlaces {
  private static final Set<String> BEFORE_TABLES =
      Set.of("FROM", "JOIN", "STRAIGHT_JOIN", ",", "(", ".");

  /** Servers say "where clause" or "WHERE", and "group statement" or "GROUP BY". */
  private static final Set<String> CLAUSES = Set.of("WHERE", "ORDER", "GROUP", "HAVING", "ON");

  private final String sql;
  private final List<MySqlToken> tokens;

  private TextPlaces(String sql, List<MySqlToken> tokens) {
    this.sql = sql;
    this.tokens = tokens;
  }

  static TextPlaces of(String sql) {
    try {
      return new TextPlaces(sql, MySqlTokens.of(sql));
    } catch (AlidadeException unreadable) {
      return new TextPlaces(sql, List.of());
    }
  }

  /** A column as the server names it, such as {@code o.amount}, in one of its clauses. */
  Optional<Location> column(String name, String clause) {
    String[] parts = name.split("\\.", -1);
    int from = clauseStart(clause);
    return first(index -> index >= from && isColumn(index, parts));
  }

  /** A table, by its name without database. */
  Optional<Location> table(String name) {
    return first(
        index ->
            isName(index, name)
                && !textAt(index + 1).equals(".")
                && BEFORE_TABLES.contains(textAt(index - 1).toUpperCase(Locale.ROOT)));
  }

  /** A function that is called. */
  Optional<Location> call(String name) {
    return first(index -> isName(index, name) && textAt(index + 1).equals("("));
  }

  /** Where a syntax error's excerpt begins, on a line that counts from 1. */
  Optional<Location> near(String excerpt, int line) {
    if (excerpt.isEmpty()) {
      return Optional.of(Location.of(sql, sql.length()));
    }
    for (int found = sql.indexOf(excerpt); found >= 0; found = sql.indexOf(excerpt, found + 1)) {
      Location place = Location.of(sql, found);
      if (place.line() == line) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  private int clauseStart(String clause) {
    String word = clause.split(" ", 2)[0].toUpperCase(Locale.ROOT);
    if (!CLAUSES.contains(word)) {
      return 0;
    }
    return IntStream.range(0, tokens.size())
        .filter(
            index ->
                tokens.get(index).kind() == MySqlToken.Kind.WORD
                    && textAt(index).equalsIgnoreCase(word))
        .findFirst()
        .orElse(0);
  }

  private Optional<Location> first(IntPredicate wanted) {
    return IntStream.range(0, tokens.size())
        .filter(wanted)
        .mapToObj(index -> Location.of(sql, tokens.get(index).start()))
        .findFirst();
  }

  private boolean isColumn(int index, String[] parts) {
    if (textAt(index - 1).equals(".") || textAt(index - 1).equalsIgnoreCase("AS")) {
      return false;
    }
    for (int part = 0; part < parts.length; part++) {
      boolean dotted = part == 0 || textAt(index + 2 * part - 1).equals(".");
      if (!dotted || !isName(index + 2 * part, parts[part])) {
        return false;
      }
    }
    String behind = textAt(index + 2 * parts.length - 1);
    return !behind.equals(".") && !behind.equals("(");
  }

  private boolean isName(int index, String name) {
    return index < tokens.size()
        && tokens.get(index).isName()
        && tokens.get(index).name().equalsIgnoreCase(name);
  }

  private String textAt(int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index).text() : "";
  }
}
