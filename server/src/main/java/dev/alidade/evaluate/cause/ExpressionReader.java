package dev.alidade.evaluate.cause;

import dev.alidade.evaluate.cause.Term.Call;
import dev.alidade.evaluate.cause.Term.Nested;
import dev.alidade.evaluate.cause.Term.Value;
import dev.alidade.sql.SqlToken.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads what has a value, by the usual precedence. */
final class ExpressionReader {
  private static final int DEEPEST = 100;
  private static final List<String> COMPARISONS =
      List.of("<=", ">=", "<>", "!=", "==", "=", "<", ">");
  private static final List<String> CONSTANTS =
      List.of("NULL", "TRUE", "FALSE", "CURRENT_DATE", "CURRENT_TIMESTAMP");

  private final TokenStream tokens;
  private final Supplier<Query> queries;
  private int depth;

  /**
   * @param queries reads the query that stands next
   */
  ExpressionReader(TokenStream tokens, Supplier<Query> queries) {
    this.tokens = tokens;
    this.queries = queries;
  }

  Term read() {
    if (++depth > DEEPEST) {
      throw tokens.unreadable();
    }
    Term left = conjunction();
    while (tokens.accept("OR")) {
      left = Call.of("or", left, conjunction());
    }
    depth--;
    return left;
  }

  List<Term> list() {
    List<Term> terms = new ArrayList<>();
    do {
      terms.add(read());
    } while (tokens.acceptSymbol(","));
    return terms;
  }

  private Term conjunction() {
    Term left = negation();
    while (tokens.accept("AND")) {
      left = Call.of("and", left, negation());
    }
    return left;
  }

  private Term negation() {
    return tokens.accept("NOT") ? Call.of("not", negation()) : comparison();
  }

  private Term comparison() {
    Term left = sum();
    while (true) {
      Term next = compared(left);
      if (next.equals(left)) {
        return left;
      }
      left = next;
    }
  }

  private Term compared(Term left) {
    for (String symbol : COMPARISONS) {
      if (tokens.acceptSymbol(symbol)) {
        String name = symbol.equals("==") ? "=" : symbol.equals("!=") ? "<>" : symbol;
        return Call.of(name, left, sum());
      }
    }
    if (tokens.accept("IS")) {
      boolean not = tokens.accept("NOT");
      if (tokens.accept("DISTINCT", "FROM")) {
        return Call.of(not ? "=" : "<>", left, sum());
      }
      Term right = sum();
      return right.equals(new Value("null"))
          ? Call.of(not ? "is not null" : "is null", left)
          : Call.of(not ? "<>" : "=", left, right);
    }
    boolean not = tokens.accept("NOT");
    String negated = not ? "not " : "";
    if (tokens.accept("IN")) {
      return Call.of(negated + "in", left, members());
    }
    if (tokens.accept("BETWEEN")) {
      Term low = sum();
      tokens.expect("AND");
      return Call.of(negated + "between", left, low, sum());
    }
    if (tokens.accept("LIKE") || tokens.accept("ILIKE") || tokens.accept("GLOB")) {
      Term like = Call.of(negated + "like", left, sum());
      if (tokens.accept("ESCAPE")) {
        tokens.next();
      }
      return like;
    }
    return left;
  }

  private Term members() {
    tokens.expectSymbol("(");
    Term members = startsQuery() ? new Nested(queries.get()) : new Call("list", false, list());
    tokens.expectSymbol(")");
    return members;
  }

  private Term sum() {
    Term left = product();
    while (true) {
      if (tokens.acceptSymbol("||")) {
        left = Call.of("||", left, product());
      } else if (tokens.isSymbol("+") || tokens.isSymbol("-")) {
        left = Call.of(tokens.next(), left, product());
      } else {
        return left;
      }
    }
  }

  private Term product() {
    Term left = signed();
    while (tokens.isSymbol("*") || tokens.isSymbol("/") || tokens.isSymbol("%")) {
      left = Call.of(tokens.next(), left, signed());
    }
    return left;
  }

  private Term signed() {
    if (tokens.acceptSymbol("-")) {
      Term term = signed();
      return term instanceof Value value ? new Value("-" + value.text()) : Call.of("-", term);
    }
    tokens.acceptSymbol("+");
    Term term = primary();
    while (true) {
      if (tokens.acceptSymbol("::")) {
        tokens.next();
        skipParentheses();
      } else if (tokens.accept("COLLATE")) {
        tokens.next();
      } else {
        return term;
      }
    }
  }

  private Term primary() {
    if (tokens.is(Kind.NUMBER)) {
      return new Value(number(tokens.next()));
    }
    if (tokens.is(Kind.STRING)) {
      return new Value(tokens.next());
    }
    if (tokens.acceptSymbol("*")) {
      return new Term.Star();
    }
    if (tokens.acceptSymbol("(")) {
      Term inner = startsQuery() ? new Nested(queries.get()) : inParentheses();
      tokens.expectSymbol(")");
      return inner;
    }
    if (tokens.is(Kind.QUOTED_IDENTIFIER)) {
      return column(true);
    }
    if (tokens.is(Kind.WORD)) {
      return word();
    }
    throw tokens.unreadable();
  }

  private Term inParentheses() {
    List<Term> terms = list();
    return terms.size() == 1 ? terms.getFirst() : new Call("row", false, terms);
  }

  private Term word() {
    for (String constant : CONSTANTS) {
      if (tokens.isWords(constant)) {
        return new Value(tokens.next());
      }
    }
    if (tokens.accept("CASE")) {
      return choice();
    }
    if (tokens.accept("INTERVAL")) {
      String amount = tokens.next();
      return new Value(amount + (tokens.is(Kind.WORD) ? " " + tokens.next() : ""));
    }
    if ((tokens.isWords("DATE") || tokens.isWords("TIMESTAMP")) && tokens.isFollowedByText()) {
      tokens.next();
      return new Value(tokens.next());
    }
    return tokens.isFollowedBy("(") ? function() : column(false);
  }

  private Term choice() {
    List<Term> parts = new ArrayList<>();
    while (!tokens.accept("END")) {
      boolean keyword = tokens.accept("WHEN") || tokens.accept("THEN") || tokens.accept("ELSE");
      if (!keyword && !parts.isEmpty()) {
        throw tokens.unreadable();
      }
      parts.add(read());
    }
    return new Call("case", false, parts);
  }

  private Term function() {
    String name = tokens.next();
    tokens.expectSymbol("(");
    if (name.equals("exists")) {
      Term inner = new Nested(queries.get());
      tokens.expectSymbol(")");
      return Call.of("exists", inner);
    }
    boolean distinct = tokens.accept("DISTINCT");
    List<Term> arguments = new ArrayList<>();
    while (!tokens.acceptSymbol(")")) {
      // The words between arguments (AS in a cast, FROM in an extraction) tell nothing more.
      boolean cast = tokens.accept("AS");
      if (cast) {
        tokens.next();
        skipParentheses();
      } else if (!tokens.acceptSymbol(",") && !tokens.accept("FROM")) {
        arguments.add(read());
      }
    }
    boolean plain = name.equals("cast") || name.equals("try_cast") || name.equals("lower");
    Term call =
        plain && arguments.size() == 1 ? arguments.getFirst() : new Call(name, distinct, arguments);
    return behind(call);
  }

  /** What may stand behind a function: which rows it takes, and over which window. */
  private Term behind(Term call) {
    Term term = call;
    if (tokens.accept("FILTER")) {
      tokens.expectSymbol("(");
      tokens.expect("WHERE");
      term = Call.of("filter", term, read());
      tokens.expectSymbol(")");
    }
    if (tokens.accept("OVER")) {
      term = Call.of("over", term);
      skipParentheses();
    }
    return term;
  }

  private Term column(boolean quoted) {
    String table = "";
    String name = tokens.next();
    while (tokens.acceptSymbol(".")) {
      if (tokens.acceptSymbol("*")) {
        return new Term.Star();
      }
      table = name;
      name = tokens.next();
    }
    return new Term.Column(table, name, quoted && table.isEmpty());
  }

  private boolean startsQuery() {
    return tokens.isWords("SELECT") || tokens.isWords("WITH");
  }

  private void skipParentheses() {
    if (!tokens.acceptSymbol("(")) {
      return;
    }
    int open = 1;
    while (open > 0) {
      String token = tokens.next();
      open += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
    }
  }

  private static String number(String text) {
    try {
      return new BigDecimal(text).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException notDecimal) {
      return text;
    }
  }
}
