package dev.alidade.semantic.formula;

import dev.alidade.semantic.Formula;
import dev.alidade.semantic.Formula.Comparison;
import dev.alidade.semantic.Formula.Condition;
import dev.alidade.semantic.Formula.Literal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads the conditions on rows that an aggregate is over, all of which must hold. */
final class ConditionParser {
  private static final int DEEPEST = 100;

  private final Tokens tokens;
  private final FormulaParser expressions;
  private int depth;

  ConditionParser(Tokens tokens, FormulaParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  List<Condition> all() {
    List<Condition> conditions = new ArrayList<>(next());
    while (tokens.skipWord("AND")) {
      conditions.addAll(next());
    }
    if (tokens.peek().isWord("OR")) {
      throw tokens.wrong(
          tokens.peek(), "conditions are joined by AND only; write `x IN (...)` or two metrics");
    }
    return conditions;
  }

  private List<Condition> next() {
    Token first = tokens.peek();
    if (tokens.skip("(")) {
      if (++depth > DEEPEST) {
        throw tokens.wrong(first, "these conditions are nested too deeply");
      }
      List<Condition> inner = all();
      tokens.expect(")");
      depth--;
      return inner;
    }
    if (tokens.skipWord("NOT")) {
      return List.of(truth(column(), false));
    }
    Formula.Column column = column();
    Token sign = tokens.peek();
    if (sign.kind() == Token.Kind.SIGN && !sign.is(")")) {
      tokens.take();
      return List.of(compared(column, sign));
    }
    if (tokens.skipWord("IS")) {
      return List.of(is(column));
    }
    if (tokens.skipWord("BETWEEN")) {
      Literal least = literal();
      tokens.expectWord("AND");
      return List.of(
          new Condition(column, Comparison.GREATER_OR_EQUAL, List.of(least), false),
          new Condition(column, Comparison.LESS_OR_EQUAL, List.of(literal()), false));
    }
    boolean negated = tokens.skipWord("NOT");
    if (negated || tokens.peek().isWord("IN")) {
      return List.of(in(column, negated));
    }
    return List.of(truth(column, true));
  }

  private static Condition truth(Formula.Column column, boolean value) {
    return new Condition(column, Comparison.IN, List.of(new Literal.Truth(value)), false);
  }

  private Condition compared(Formula.Column column, Token sign) {
    Comparison comparison =
        switch (sign.text()) {
          case "=", "<>", "!=" -> Comparison.IN;
          case "<" -> Comparison.LESS;
          case "<=" -> Comparison.LESS_OR_EQUAL;
          case ">" -> Comparison.GREATER;
          case ">=" -> Comparison.GREATER_OR_EQUAL;
          default ->
              throw tokens.wrong(sign, "cannot read %s in a condition".formatted(sign.shown()));
        };
    boolean negated = sign.is("<>") || sign.is("!=");
    return new Condition(column, comparison, List.of(literal()), negated);
  }

  private Condition is(Formula.Column column) {
    boolean negated = tokens.skipWord("NOT");
    if (tokens.skipWord("NULL")) {
      return new Condition(column, Comparison.MISSING, List.of(), negated);
    }
    boolean value = tokens.skipWord("TRUE");
    if (!value) {
      tokens.expectWord("FALSE");
    }
    return new Condition(column, Comparison.IN, List.of(new Literal.Truth(value)), negated);
  }

  private Condition in(Formula.Column column, boolean negated) {
    tokens.expectWord("IN");
    tokens.expect("(");
    List<Literal> values = new ArrayList<>(List.of(literal()));
    while (tokens.skip(",")) {
      values.add(literal());
    }
    tokens.expect(")");
    return new Condition(column, Comparison.IN, values, negated);
  }

  private Formula.Column column() {
    Token first = tokens.peek();
    if (!first.isName()) {
      throw tokens.wrong(first, "expected a column in this condition, not " + first.shown());
    }
    if (expressions.column() instanceof Formula.Column column) {
      return column;
    }
    throw tokens.wrong(
        first, "field %s is worked out; a condition compares columns".formatted(first.shown()));
  }

  private Literal literal() {
    Token token = tokens.take();
    boolean isMoment =
        (token.isWord("DATE") || token.isWord("TIMESTAMP"))
            && tokens.peek().kind() == Token.Kind.TEXT;
    Token value = isMoment ? tokens.take() : token;
    if (value.kind() == Token.Kind.TEXT) {
      return new Literal.Text(value.text());
    }
    if (value.isWord("TRUE") || value.isWord("FALSE")) {
      return new Literal.Truth(value.isWord("TRUE"));
    }
    boolean negative = value.is("-");
    Token number = negative ? tokens.take() : value;
    if (number.kind() != Token.Kind.NUMBER) {
      throw tokens.wrong(
          number, "expected a value such as 'gold', 10 or TRUE here, not " + number.shown());
    }
    BigDecimal amount = new BigDecimal(number.text());
    return new Literal.Amount(negative ? amount.negate() : amount);
  }
}
