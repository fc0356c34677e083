package dev.alidade.evaluate.cause;

import dev.alidade.base.AlidadeException;
import dev.alidade.evaluate.cause.Query.From;
import dev.alidade.evaluate.cause.Query.Select;
import dev.alidade.evaluate.cause.Query.Shown;
import dev.alidade.evaluate.cause.Query.SortKey;
import dev.alidade.evaluate.cause.Term.Call;
import dev.alidade.sql.LexicalRules;
import dev.alidade.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a query as people and the compiler write them. It serves comparing two statements in an
 * evaluation; whether a statement may run is decided by the gates alone.
 */
final class QueryReader {
  private static final List<String> NO_ALIAS =
      List.of(
          "FROM",
          "WHERE",
          "GROUP",
          "HAVING",
          "ORDER",
          "LIMIT",
          "OFFSET",
          "UNION",
          "INTERSECT",
          "EXCEPT",
          "JOIN",
          "INNER",
          "LEFT",
          "RIGHT",
          "FULL",
          "CROSS",
          "NATURAL",
          "OUTER",
          "ON",
          "USING",
          "QUALIFY");
  private static final List<String> JOINS =
      List.of("NATURAL", "INNER", "LEFT", "RIGHT", "FULL", "OUTER", "CROSS");

  private final TokenStream tokens;
  private final ExpressionReader expressions;
  private final Map<String, Query> named = new HashMap<>();

  private QueryReader(TokenStream tokens) {
    this.tokens = tokens;
    this.expressions = new ExpressionReader(tokens, this::query);
  }

  /** The query, or nothing where the statement is written in a way that is not known here. */
  static Optional<Query> read(String sql, LexicalRules rules) {
    QueryReader reader = new QueryReader(new TokenStream(sql, rules));
    try {
      Query query = reader.query();
      return reader.tokens.atEnd() ? Optional.of(query) : Optional.empty();
    } catch (AlidadeException unreadable) {
      return Optional.empty();
    }
  }

  private Query query() {
    if (tokens.accept("WITH")) {
      do {
        String name = tokens.next();
        tokens.expect("AS");
        tokens.expectSymbol("(");
        named.put(name, query());
        tokens.expectSymbol(")");
      } while (tokens.acceptSymbol(","));
    }
    List<Select> selects = new ArrayList<>(List.of(select()));
    List<String> operators = new ArrayList<>();
    while (tokens.isWords("UNION") || tokens.isWords("INTERSECT") || tokens.isWords("EXCEPT")) {
      operators.add(tokens.next());
      if (!tokens.accept("ALL")) {
        tokens.accept("DISTINCT");
      }
      selects.add(select());
    }
    List<SortKey> order = tokens.accept("ORDER", "BY") ? keys() : List.of();
    Optional<String> limit = tokens.accept("LIMIT") ? Optional.of(tokens.next()) : Optional.empty();
    if (tokens.accept("OFFSET") || tokens.acceptSymbol(",")) {
      limit = Optional.of(limit.orElse("") + ", " + tokens.next());
    }
    return new Query(selects, operators, order, limit);
  }

  private Select select() {
    if (tokens.acceptSymbol("(")) {
      Query inner = query();
      tokens.expectSymbol(")");
      if (inner.selects().size() > 1) {
        throw tokens.unreadable();
      }
      return inner.selects().getFirst();
    }
    tokens.expect("SELECT");
    boolean distinct = tokens.accept("DISTINCT");
    List<Shown> shown = new ArrayList<>();
    do {
      shown.add(new Shown(expressions.read(), alias()));
    } while (tokens.acceptSymbol(","));
    List<From> tables = new ArrayList<>();
    List<Term> conditions = new ArrayList<>();
    if (tokens.accept("FROM")) {
      tables(tables, conditions);
    }
    if (tokens.accept("WHERE")) {
      split(expressions.read(), conditions);
    }
    List<Term> groups = tokens.accept("GROUP", "BY") ? expressions.list() : List.of();
    List<Term> having = new ArrayList<>();
    if (tokens.accept("HAVING") || tokens.accept("QUALIFY")) {
      split(expressions.read(), having);
    }
    return new Select(distinct, shown, tables, conditions, groups, having);
  }

  private void tables(List<From> tables, List<Term> conditions) {
    table(tables);
    while (true) {
      while (tokens.isOneOf(JOINS)) {
        tokens.next();
      }
      if (!tokens.acceptSymbol(",") && !tokens.accept("JOIN")) {
        return;
      }
      table(tables);
      if (tokens.accept("ON")) {
        split(expressions.read(), conditions);
      } else if (tokens.accept("USING")) {
        tokens.expectSymbol("(");
        expressions.list();
        tokens.expectSymbol(")");
      }
    }
  }

  private void table(List<From> tables) {
    if (tokens.acceptSymbol("(")) {
      Query inner = query();
      tokens.expectSymbol(")");
      tables.add(new From(alias().orElse(""), "", Optional.of(inner)));
      return;
    }
    String name = tokens.next();
    while (tokens.acceptSymbol(".")) {
      name = tokens.next();
    }
    String table = name;
    String alias = alias().orElse(table);
    tables.add(
        Optional.ofNullable(named.get(table))
            .map(query -> new From(alias, "", Optional.of(query)))
            .orElseGet(() -> new From(alias, table, Optional.empty())));
  }

  private Optional<String> alias() {
    boolean named = tokens.accept("AS");
    boolean bare =
        tokens.is(Kind.QUOTED_IDENTIFIER) || (tokens.is(Kind.WORD) && !tokens.isOneOf(NO_ALIAS));
    return named || bare ? Optional.of(tokens.next()) : Optional.empty();
  }

  private List<SortKey> keys() {
    List<SortKey> keys = new ArrayList<>();
    do {
      Term term = expressions.read();
      boolean descending = tokens.accept("DESC");
      if (!descending) {
        tokens.accept("ASC");
      }
      if (tokens.accept("NULLS")) {
        tokens.next();
      }
      keys.add(new SortKey(term, descending));
    } while (tokens.acceptSymbol(","));
    return keys;
  }

  private static void split(Term condition, List<Term> parts) {
    if (condition instanceof Call call && call.name().equals("and")) {
      call.arguments().forEach(part -> split(part, parts));
    } else {
      parts.add(condition);
    }
  }
}
