package dev.alidade.workbench;

import dev.alidade.sql.Lexer;
import dev.alidade.sql.LexicalRules;
import dev.alidade.sql.SqlToken;
import dev.alidade.workbench.StatementPart.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a statement into those of its parts that are statements too: the queries that WITH names,
 * what is in brackets, and what FROM reads up to each join. It reads tokens and brackets only; each
 * part is judged by itself before it runs, so a wrong cut is a refusal and no danger.
 */
final class StatementParts {
  private static final int DEEPEST = 6;
  private static final int LONGEST_LABEL = 80;
  private static final Set<String> QUERY_BEGINS = Set.of("SELECT", "WITH", "VALUES", "FROM");
  private static final Set<String> SET_OPERATORS = Set.of("UNION", "INTERSECT", "EXCEPT", "MINUS");
  private static final Set<String> JOIN_WORDS =
      Set.of(
          "LEFT",
          "RIGHT",
          "FULL",
          "INNER",
          "OUTER",
          "CROSS",
          "NATURAL",
          "ASOF",
          "SEMI",
          "ANTI",
          "POSITIONAL",
          "GLOBAL");
  private static final Set<String> AFTER_WHERE =
      Set.of(
          "GROUP",
          "HAVING",
          "WINDOW",
          "QUALIFY",
          "ORDER",
          "LIMIT",
          "OFFSET",
          "FETCH",
          "FOR",
          "SELECT",
          "UNION",
          "INTERSECT",
          "EXCEPT",
          "MINUS");

  private final String sql;
  private final List<SqlToken> tokens;
  private final List<StatementPart> parts = new ArrayList<>();

  /** What WITH names at a place. */
  private record Named(boolean recursive, List<Range> queries) {
    Named and(Range query) {
      List<Range> all = new ArrayList<>(queries);
      all.add(query);
      return new Named(recursive, all);
    }
  }

  private StatementParts(String sql, LexicalRules rules) {
    this.sql = sql;
    this.tokens =
        Lexer.tokens(sql, rules).stream()
            .filter(token -> token.kind() != SqlToken.Kind.SEMICOLON)
            .toList();
  }

  /** The parts in the order in which the statement is put together, the whole of it last. */
  static List<StatementPart> of(String sql, LexicalRules rules) {
    StatementParts cut = new StatementParts(sql, rules);
    int end = cut.tokens.size();
    if (end > 0) {
      Named none = new Named(false, List.of());
      cut.query(0, end, none, 0);
      Range whole = cut.range(0, end);
      cut.parts.add(
          new StatementPart(PartKind.RESULT, "", false, List.of(), whole, true, 0, whole.from()));
    }
    return List.copyOf(cut.parts);
  }

  /** Reads a query from one token up to another. */
  private void query(int first, int end, Named around, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    Named named = around;
    int body = first;
    if (word(first).equals("WITH")) {
      boolean recursive = word(first + 1).equals("RECURSIVE");
      named = new Named(around.recursive() || recursive, around.queries());
      body = first + (recursive ? 2 : 1);
      while (body < end) {
        int opening = bodyOf(body, end);
        if (opening < 0) {
          return;
        }
        int close = closeOf(opening, end);
        Range whole = range(body, close + 1);
        if (!recursive) {
          query(opening + 1, close, named, depth + 1);
        }
        named = named.and(whole);
        Range name = range(body, body + 1);
        add(PartKind.CTE, name.of(sql), named, name, false, depth, body);
        body = close + 1;
        if (!word(body).equals(",")) {
          break;
        }
        body++;
      }
    }
    branches(body, end, named, depth);
  }

  /** The bracket that begins the query of a name of WITH; negative where there is none. */
  private int bodyOf(int name, int end) {
    int next = name + 1;
    if (word(next).equals("(")) {
      next = closeOf(next, end) + 1;
    }
    if (!word(next).equals("AS")) {
      return -1;
    }
    next++;
    while (word(next).equals("NOT") || word(next).equals("MATERIALIZED")) {
      next++;
    }
    return word(next).equals("(") && next < end ? next : -1;
  }

  private void branches(int first, int end, Named named, int depth) {
    List<Integer> begins = new ArrayList<>(List.of(first));
    for (int index = first; index < end; index = next(index, end)) {
      if (SET_OPERATORS.contains(word(index))) {
        int begin = index + 1;
        while (Set.of("ALL", "DISTINCT", "BY", "NAME").contains(word(begin))) {
          begin++;
        }
        begins.add(begin);
      }
    }
    for (int branch = 0; branch < begins.size(); branch++) {
      int begin = begins.get(branch);
      int until = branch + 1 < begins.size() ? operatorBefore(begins.get(branch + 1)) : end;
      select(begin, until, named, depth);
      boolean last = branch + 1 == begins.size();
      if (begins.size() > 1 && begin < until) {
        int stop = last ? Math.min(until, first(begin, until, Set.of("ORDER", "LIMIT"))) : until;
        Range range = range(begin, stop);
        add(PartKind.BRANCH, "", named, range, true, depth, begin);
      }
    }
  }

  private int operatorBefore(int begin) {
    int index = begin - 1;
    while (!SET_OPERATORS.contains(word(index))) {
      index--;
    }
    return index;
  }

  private void select(int first, int end, Named named, int depth) {
    subqueries(first, end, named, depth);
    int from = first(first, end, Set.of("FROM"));
    if (from + 1 >= end || word(first).equals("(")) {
      return;
    }
    int where = first(from + 1, end, Set.of("WHERE"));
    int until = Math.min(where, first(from + 1, end, AFTER_WHERE));
    List<Integer> joins = joins(from + 1, until);
    boolean filtered = until == where && where < end;
    if (joins.isEmpty() && !filtered) {
      return;
    }
    for (int join = 0; join <= joins.size(); join++) {
      int begin = join == 0 ? from : joins.get(join - 1);
      int stop = join < joins.size() ? joins.get(join) : until;
      add(
          join == 0 ? PartKind.FROM : PartKind.JOIN,
          range(begin, stop).of(sql),
          named,
          range(from + 1, stop),
          false,
          depth,
          begin);
    }
    if (filtered) {
      int stop = first(until + 1, end, AFTER_WHERE);
      String label = range(until, stop).of(sql);
      add(PartKind.WHERE, label, named, range(from + 1, stop), false, depth, until);
    }
  }

  /** Where joins begin, at their first word or comma. */
  private List<Integer> joins(int first, int end) {
    List<Integer> begins = new ArrayList<>();
    for (int index = first; index < end; index = next(index, end)) {
      if (word(index).equals(",")) {
        begins.add(index);
      } else if (word(index).equals("JOIN") || word(index).equals("STRAIGHT_JOIN")) {
        int begin = index;
        while (begin - 1 > first && JOIN_WORDS.contains(word(begin - 1))) {
          begin--;
        }
        begins.add(begin);
      }
    }
    return begins;
  }

  private void subqueries(int first, int end, Named named, int depth) {
    for (int index = first; index < end; index++) {
      if (!word(index).equals("(")) {
        continue;
      }
      int close = closeOf(index, end);
      if (QUERY_BEGINS.contains(word(index + 1)) && close > index + 1 && isQuery(index)) {
        query(index + 1, close, named, depth + 1);
        subquery(index, close, named, depth);
        index = close;
      }
    }
  }

  /** A query with a WITH of its own is not put behind another; that part says why. */
  private void subquery(int opening, int close, Named named, int depth) {
    Range inner = range(opening + 1, close);
    add(PartKind.SUBQUERY, inner.of(sql), named, inner, true, depth, opening + 1);
  }

  /** {@code extract(year FROM day)} and {@code trim(FROM text)} hold no query. */
  private boolean isQuery(int opening) {
    boolean called =
        opening > 0
            && tokens.get(opening - 1).kind() == SqlToken.Kind.WORD
            && word(opening + 1).equals("FROM");
    return !called;
  }

  private void add(
      PartKind kind, String label, Named named, Range body, boolean isQuery, int depth, int at) {
    String words = label.strip().replaceAll("\\s+", " ");
    String shown =
        words.length() > LONGEST_LABEL ? words.substring(0, LONGEST_LABEL - 1) + "…" : words;
    int place = tokens.get(at).start();
    parts.add(
        new StatementPart(
            kind, shown, named.recursive(), named.queries(), body, isQuery, depth, place));
  }

  /** The first token of these words outside of brackets; {@code end} where there is none. */
  private int first(int from, int end, Set<String> words) {
    int index = from;
    while (index < end && !words.contains(word(index))) {
      index = next(index, end);
    }
    return Math.min(index, end);
  }

  /** The next token outside of brackets. */
  private int next(int index, int end) {
    return word(index).equals("(") ? closeOf(index, end) + 1 : index + 1;
  }

  private int closeOf(int opening, int end) {
    int depth = 0;
    for (int index = opening; index < end; index++) {
      depth += word(index).equals("(") ? 1 : word(index).equals(")") ? -1 : 0;
      if (depth == 0) {
        return index;
      }
    }
    return end - 1;
  }

  private Range range(int first, int end) {
    return new Range(tokens.get(first).start(), tokens.get(Math.max(first, end - 1)).end());
  }

  private String word(int index) {
    if (index < 0 || index >= tokens.size()) {
      return "";
    }
    SqlToken token = tokens.get(index);
    return switch (token.kind()) {
      case WORD, SYMBOL -> token.text(sql).toUpperCase(Locale.ROOT);
      case QUOTED_IDENTIFIER, STRING, NUMBER, PARAMETER, SEMICOLON, UNTERMINATED -> "";
    };
  }
}
