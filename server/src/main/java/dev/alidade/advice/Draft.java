package dev.alidade.advice;

import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.Lexer;
import dev.alidade.sql.SqlToken;
import dev.alidade.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A statement as its tokens, with the tables that it names as far as they can be told without a
 * grammar: it may have none.
 */
final class Draft {
  static final Set<String> KEYWORDS =
      Set.of(
          "select",
          "from",
          "where",
          "group",
          "by",
          "order",
          "having",
          "limit",
          "offset",
          "join",
          "left",
          "right",
          "inner",
          "outer",
          "full",
          "cross",
          "on",
          "using",
          "and",
          "or",
          "not",
          "in",
          "between",
          "like",
          "ilike",
          "as",
          "distinct",
          "case",
          "when",
          "then",
          "else",
          "end",
          "union",
          "intersect",
          "except",
          "all",
          "with",
          "recursive",
          "asc",
          "desc",
          "null",
          "is",
          "exists",
          "over",
          "partition",
          "rows",
          "range",
          "preceding",
          "following",
          "current",
          "row",
          "unbounded",
          "interval",
          "date",
          "timestamp",
          "time",
          "cast",
          "true",
          "false",
          "nulls",
          "first",
          "last",
          "fetch",
          "next",
          "only",
          "filter",
          "lateral",
          "values",
          "top",
          "natural",
          "extract",
          "any",
          "some",
          "escape",
          "current_date",
          "current_timestamp",
          "year",
          "month",
          "day",
          "hour",
          "minute",
          "second",
          "quarter",
          "week");
  private static final Set<String> AFTER_TABLES =
      Set.of(
          "where",
          "group",
          "order",
          "having",
          "limit",
          "offset",
          "union",
          "intersect",
          "except",
          "fetch",
          "select");

  private final String sql;
  private final List<SqlToken> tokens;
  private final Dialect dialect;
  private final List<Table> visible;
  private final List<Use> uses = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Set<Integer> taken = new HashSet<>();

  /**
   * A table in a FROM clause.
   *
   * @param first the first token of its name
   * @param last the last token of its name
   * @param alias how columns name it
   * @param table what it is, where there is such a table
   */
  record Use(int first, int last, String alias, Optional<Table> table) {}

  Draft(String sql, Dialect dialect, List<Table> visible) {
    this.sql = sql;
    this.dialect = dialect;
    this.visible = visible;
    this.tokens = Lexer.tokens(sql, dialect.lexicalRules());
    readNames();
    readTables();
  }

  String sql() {
    return sql;
  }

  List<SqlToken> tokens() {
    return tokens;
  }

  List<Use> uses() {
    return uses;
  }

  List<Table> visible() {
    return visible;
  }

  int size() {
    return tokens.size();
  }

  /** The text of a token; empty beyond the ends. */
  String text(int index) {
    return index < 0 || index >= tokens.size() ? "" : tokens.get(index).text(sql);
  }

  /** The same in lower case. */
  String word(int index) {
    return text(index).toLowerCase(Locale.ROOT);
  }

  /** What a name says, without its quotes. */
  String name(int index) {
    String text = text(index);
    return isQuoted(index) ? text.substring(1, text.length() - 1) : text;
  }

  boolean is(int index, Kind kind) {
    return index >= 0 && index < tokens.size() && tokens.get(index).kind() == kind;
  }

  boolean isQuoted(int index) {
    return is(index, Kind.QUOTED_IDENTIFIER);
  }

  boolean isKeyword(int index) {
    return is(index, Kind.WORD) && KEYWORDS.contains(word(index));
  }

  /** Whether a token names something that is no table and no function. */
  boolean isColumn(int index) {
    boolean name = isQuoted(index) || (is(index, Kind.WORD) && !isKeyword(index));
    return name
        && !taken.contains(index)
        && !word(index + 1).equals("(")
        && !word(index + 1).equals(".");
  }

  /** The alias or table before a column's dot. */
  Optional<Integer> qualifier(int index) {
    return word(index - 1).equals(".") ? Optional.of(index - 2) : Optional.empty();
  }

  /** The table that an alias stands for. */
  Optional<Use> use(String alias) {
    return uses.stream()
        .filter(
            use ->
                use.alias().equalsIgnoreCase(alias)
                    || use.table()
                        .filter(table -> table.name().table().equalsIgnoreCase(alias))
                        .isPresent())
        .findFirst();
  }

  /** Whether a column of that name may stand unqualified. */
  boolean isKnown(String column) {
    return names.contains(column.toLowerCase(Locale.ROOT))
        || uses.stream()
            .flatMap(use -> use.table().stream())
            .anyMatch(table -> table.column(column).isPresent());
  }

  /** All columns of the tables that are named. */
  List<Column> columns() {
    return uses.stream()
        .flatMap(use -> use.table().stream())
        .flatMap(table -> table.columns().stream())
        .toList();
  }

  /** The statement with a text in place of the tokens from {@code first} to {@code last}. */
  String with(int first, int last, String text) {
    return sql.substring(0, tokens.get(first).start())
        + text
        + sql.substring(tokens.get(last).end());
  }

  /** The statement with a text after a token. */
  String after(int index, String text) {
    int at = index < 0 ? 0 : tokens.get(index).end();
    return sql.substring(0, at) + text + sql.substring(at);
  }

  /** A name as it may stand: quoted where it would not be read as it is. */
  String written(String name) {
    return name.matches("[a-z_][a-z0-9_]*") && !KEYWORDS.contains(name)
        ? name
        : dialect.quote(name);
  }

  private void readNames() {
    for (int index = 0; index < tokens.size(); index++) {
      if (word(index).equals("as") && (is(index + 1, Kind.WORD) || isQuoted(index + 1))) {
        names.add(name(index + 1).toLowerCase(Locale.ROOT));
        taken.add(index + 1);
      } else if (word(index).equals("as") && word(index + 1).equals("(")) {
        names.add(name(index - 1).toLowerCase(Locale.ROOT));
        taken.add(index - 1);
      }
    }
  }

  private void readTables() {
    boolean among = false;
    for (int index = 0; index < tokens.size(); index++) {
      String word = word(index);
      boolean begins = word.equals("from") || word.equals("join");
      if (begins || (among && word.equals(","))) {
        index = readTable(index + 1);
      }
      among = begins || (among && !AFTER_TABLES.contains(word));
    }
  }

  /** Reads a table from a token on; gives the last token that belongs to it. */
  private int readTable(int first) {
    if (!is(first, Kind.WORD) && !isQuoted(first)) {
      return first - 1;
    }
    int last = first;
    while (word(last + 1).equals(".") && (is(last + 2, Kind.WORD) || isQuoted(last + 2))) {
      last += 2;
    }
    if (word(last + 1).equals("(") || isKeyword(first)) {
      return last;
    }
    for (int index = first; index <= last; index++) {
      taken.add(index);
    }
    int alias = last + (word(last + 1).equals("as") ? 2 : 1);
    boolean aliased = isQuoted(alias) || (is(alias, Kind.WORD) && !isKeyword(alias));
    if (aliased) {
      taken.add(alias);
    }
    uses.add(new Use(first, last, name(aliased ? alias : last), table(first, last)));
    return aliased ? alias : last;
  }

  private Optional<Table> table(int first, int last) {
    String name = name(last);
    Optional<String> schema = last > first ? Optional.of(name(last - 2)) : Optional.empty();
    return visible.stream()
        .filter(table -> table.name().table().equalsIgnoreCase(name))
        .filter(
            table ->
                schema.isEmpty()
                    || table.name().schema().filter(schema.get()::equalsIgnoreCase).isPresent())
        .findFirst();
  }
}
