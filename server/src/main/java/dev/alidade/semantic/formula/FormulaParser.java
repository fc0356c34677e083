package dev.alidade.semantic.formula;

import dev.alidade.semantic.Formula;
import dev.alidade.semantic.Formula.Operator;
import dev.alidade.semantic.formula.FormulaScope.Meaning;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the formulas of fields and metrics. Fails with SYNTAX_ERROR at the character that it cannot
 * read.
 */
public final class FormulaParser {
  private static final int DEEPEST = 100;
  private static final int LONGEST = 1_000;
  private static final Set<String> NUMBERS =
      Set.of("DOUBLE", "FLOAT", "REAL", "DECIMAL", "NUMERIC", "NUMBER", "FLOAT8", "FLOAT64");

  private final Tokens tokens;
  private final FormulaScope scope;
  private final boolean metric;
  private boolean inAggregate;
  private int depth;

  private FormulaParser(String text, FormulaScope scope, boolean metric) {
    this.tokens = new Tokens(text);
    this.scope = scope;
    this.metric = metric;
  }

  /** The formula of a metric: every column lies within an aggregate. */
  public static Formula metric(String text, FormulaScope scope) {
    return new FormulaParser(text, scope, true).whole();
  }

  /** The formula of a field: of one row, without aggregates. */
  public static Formula field(String text, FormulaScope scope) {
    return new FormulaParser(text, scope, false).whole();
  }

  private Formula whole() {
    Formula formula = sum();
    if (size(formula, LONGEST) >= LONGEST) {
      throw tokens.wrong(
          new Token(Token.Kind.END, "", 0), "this formula is too long; make parts of it metrics");
    }
    Token rest = tokens.peek();
    if (rest.kind() != Token.Kind.END) {
      throw tokens.wrong(
          rest,
          "cannot read %s here; a formula has + - * / and aggregates".formatted(rest.shown()));
    }
    return formula;
  }

  /** How many parts a formula has, its fields' too; counts no further than {@code most}. */
  private static int size(Formula formula, int most) {
    if (most <= 0) {
      return 0;
    }
    return switch (formula) {
      case Formula.Arithmetic both -> {
        int left = 1 + size(both.left(), most - 1);
        yield left + size(both.right(), most - left);
      }
      case Formula.Aggregate aggregate ->
          1
              + aggregate.where().size()
              + aggregate.argument().map(argument -> size(argument, most - 1)).orElse(0);
      case Formula.Column ignored -> 1;
      case Formula.Number ignored -> 1;
      case Formula.MetricUse ignored -> 1;
    };
  }

  /** An expression within an aggregate. */
  Formula sum() {
    Formula left = product();
    while (tokens.peek().is("+") || tokens.peek().is("-")) {
      Operator operator = tokens.take().is("+") ? Operator.PLUS : Operator.MINUS;
      left = new Formula.Arithmetic(operator, left, product());
    }
    return left;
  }

  private Formula product() {
    Formula left = single();
    while (tokens.peek().is("*") || tokens.peek().is("/")) {
      Operator operator = tokens.take().is("*") ? Operator.TIMES : Operator.DIVIDED_BY;
      left = new Formula.Arithmetic(operator, left, single());
    }
    return left;
  }

  private Formula single() {
    if (++depth > DEEPEST) {
      throw tokens.wrong(
          tokens.peek(), "this formula is nested too deeply; make parts of it metrics");
    }
    Formula formula = primary();
    while (tokens.skip("::")) {
      castTarget();
    }
    depth--;
    return formula;
  }

  private Formula primary() {
    Token first = tokens.peek();
    if (tokens.skip("(")) {
      Formula inner = sum();
      tokens.expect(")");
      return inner;
    }
    if (tokens.skip("-")) {
      Formula inner = single();
      return inner instanceof Formula.Number number
          ? new Formula.Number(number.value().negate())
          : new Formula.Arithmetic(Operator.MINUS, new Formula.Number(BigDecimal.ZERO), inner);
    }
    if (first.kind() == Token.Kind.NUMBER) {
      return new Formula.Number(new BigDecimal(tokens.take().text()));
    }
    if (first.isWord("CASE")) {
      throw tokens.wrong(first, "CASE stands in a formula as the argument of an aggregate only");
    }
    if (!first.isName()) {
      throw tokens.wrong(
          first, "expected a column, a number or an aggregate here, not " + first.shown());
    }
    return first.kind() == Token.Kind.WORD && tokens.peek(1).is("(") ? call() : name();
  }

  private Formula call() {
    Token function = tokens.take();
    String name = function.text().toUpperCase(Locale.ROOT);
    Optional<Formula.Function> aggregate = AggregateParser.function(name);
    if (aggregate.isPresent()) {
      return aggregate(function, aggregate.get());
    }
    tokens.expect("(");
    switch (name) {
      case "NULLIF", "DIV0", "SAFE_DIVIDE", "CAST", "TRY_CAST" -> {
        Formula inner = sum();
        return switch (name) {
          case "NULLIF" -> nullIfZero(inner);
          case "DIV0", "SAFE_DIVIDE" -> divided(inner);
          default -> cast(inner);
        };
      }
      default ->
          throw tokens.wrong(
              function,
              "the function %s cannot stand in a formula; there are SUM, AVG, MIN, MAX, COUNT and NULLIF"
                  .formatted(name));
    }
  }

  /** A division by zero gives nothing anyhow, so that this says nothing more than its argument. */
  private Formula nullIfZero(Formula inner) {
    tokens.expect(",");
    Token zero = tokens.take();
    if (zero.kind() != Token.Kind.NUMBER || new BigDecimal(zero.text()).signum() != 0) {
      throw tokens.wrong(zero, "NULLIF takes 0 here: it keeps a division from failing");
    }
    tokens.expect(")");
    return inner;
  }

  private Formula divided(Formula inner) {
    tokens.expect(",");
    Formula divisor = sum();
    tokens.expect(")");
    return new Formula.Arithmetic(Operator.DIVIDED_BY, inner, divisor);
  }

  /** Numbers are never whole ones in a formula, so that such a cast changes nothing. */
  private Formula cast(Formula inner) {
    tokens.expectWord("AS");
    castTarget();
    tokens.expect(")");
    return inner;
  }

  private void castTarget() {
    Token type = tokens.take();
    if (!NUMBERS.contains(type.text().toUpperCase(Locale.ROOT))) {
      throw tokens.wrong(
          type,
          "a formula cannot cast to %s, only to numbers with decimals".formatted(type.shown()));
    }
    tokens.skipWord("PRECISION");
    if (tokens.skip("(")) {
      while (tokens.peek().kind() == Token.Kind.NUMBER || tokens.peek().is(",")) {
        tokens.take();
      }
      tokens.expect(")");
    }
  }

  private Formula aggregate(Token word, Formula.Function function) {
    if (!metric) {
      throw tokens.wrong(
          word, "a field is of one row and has no %s; make it a metric".formatted(word.text()));
    }
    if (inAggregate) {
      throw tokens.wrong(word, "an aggregate cannot stand within another; make it a metric");
    }
    inAggregate = true;
    Formula aggregate = new AggregateParser(tokens, scope, this, word, function).read();
    inAggregate = false;
    return aggregate;
  }

  private Formula name() {
    if (!metric || inAggregate) {
      return column();
    }
    Token first = tokens.take();
    if (!tokens.skip(".")) {
      return known(first, scope.metric(Optional.empty(), first.text()));
    }
    Token last = part();
    if (scope.metric(Optional.of(first.text()), last.text()) instanceof Meaning.Known found) {
      return found.formula();
    }
    throw tokens.wrong(
        first,
        "column `%s.%s` must stand within an aggregate such as SUM(%1$s.%2$s)"
            .formatted(first.text(), last.text()));
  }

  /** A field or column, its dataset before it or not. */
  Formula column() {
    Token first = tokens.take();
    if (!tokens.skip(".")) {
      return known(first, scope.column(Optional.empty(), first.text()));
    }
    Token last = part();
    if (scope.dataset(first.text()).isEmpty()) {
      return known(first, scope.column(Optional.of(first.text()), last.text()));
    }
    return known(last, scope.column(Optional.of(first.text()), last.text()));
  }

  private Token part() {
    Token name = tokens.take();
    if (!name.isName()) {
      throw tokens.wrong(name, "expected a name after the dot, not " + name.shown());
    }
    return name;
  }

  private Formula known(Token token, Meaning meaning) {
    return switch (meaning) {
      case Meaning.Known found -> found.formula();
      case Meaning.Unknown unknown -> throw tokens.wrong(token, unknown.why());
    };
  }
}
