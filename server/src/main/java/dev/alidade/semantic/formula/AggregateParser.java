package dev.alidade.semantic.formula;

import dev.alidade.semantic.Formula;
import dev.alidade.semantic.Formula.Function;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one aggregate: its argument, and the rows that it is over. */
final class AggregateParser {
  private final Tokens tokens;
  private final FormulaScope scope;
  private final FormulaParser expressions;
  private final Token word;
  private final List<Formula.Condition> where = new ArrayList<>();
  private Function function;
  private Optional<String> rowsOf = Optional.empty();

  /** An aggregate whose name, {@code word}, was read. */
  AggregateParser(
      Tokens tokens, FormulaScope scope, FormulaParser expressions, Token word, Function function) {
    this.tokens = tokens;
    this.scope = scope;
    this.expressions = expressions;
    this.word = word;
    this.function = function;
  }

  static Optional<Function> function(String name) {
    return switch (name) {
      case "SUM" -> Optional.of(Function.SUM);
      case "AVG", "AVERAGE" -> Optional.of(Function.AVERAGE);
      case "MIN" -> Optional.of(Function.MINIMUM);
      case "MAX" -> Optional.of(Function.MAXIMUM);
      case "COUNT" -> Optional.of(Function.COUNT);
      default -> Optional.empty();
    };
  }

  Formula.Aggregate read() {
    tokens.expect("(");
    boolean distinct = tokens.skipWord("DISTINCT");
    Optional<Formula> argument = argument();
    tokens.expect(")");
    if (tokens.skipWord("FILTER")) {
      tokens.expect("(");
      tokens.expectWord("WHERE");
      where.addAll(conditions());
      tokens.expect(")");
    }
    return aggregate(distinct, argument);
  }

  private Formula.Aggregate aggregate(boolean distinct, Optional<Formula> argument) {
    Set<String> datasets = new LinkedHashSet<>();
    rowsOf.ifPresent(datasets::add);
    argument.ifPresent(formula -> datasets(formula, datasets));
    where.forEach(condition -> datasets.add(condition.column().dataset()));
    Optional<String> home = scope.home(datasets);
    if (home.isEmpty()) {
      throw tokens.wrong(word, homeless(datasets));
    }
    boolean counts = function == Function.COUNT;
    boolean countsRows =
        counts
            && argument
                .filter(Formula.Column.class::isInstance)
                .map(Formula.Column.class::cast)
                .filter(column -> column.dataset().equals(home.get()))
                .filter(scope::isKey)
                .isPresent();
    if (countsRows || argument.isEmpty()) {
      return new Formula.Aggregate(function, false, home.get(), Optional.empty(), where);
    }
    return new Formula.Aggregate(function, distinct, home.get(), argument, where);
  }

  private String homeless(Set<String> datasets) {
    if (datasets.isEmpty()) {
      return "%s(*) does not say whose rows; write COUNT(dataset.*)".formatted(word.text());
    }
    return "no dataset of `%s` leads to the others by relationships; declare those or split the metric"
        .formatted(String.join("`, `", datasets));
  }

  private Optional<Formula> argument() {
    if (tokens.peek().isWord("CASE")) {
      return caseOf();
    }
    if (function != Function.COUNT) {
      return Optional.of(expressions.sum());
    }
    if (tokens.skip("*")) {
      return Optional.empty();
    }
    if (tokens.peek().kind() == Token.Kind.NUMBER) {
      tokens.take();
      return Optional.empty();
    }
    if (tokens.peek().isName() && tokens.peek(1).is(".") && tokens.peek(2).is("*")) {
      rowsOf = Optional.of(dataset(tokens.take()));
      tokens.expect(".");
      tokens.expect("*");
      return Optional.empty();
    }
    return Optional.of(expressions.sum());
  }

  private String dataset(Token name) {
    return scope
        .dataset(name.text())
        .orElseThrow(() -> tokens.wrong(name, "there is no dataset " + name.shown()));
  }

  private Optional<Formula> caseOf() {
    tokens.expectWord("CASE");
    tokens.expectWord("WHEN");
    where.addAll(conditions());
    tokens.expectWord("THEN");
    Token then = tokens.peek();
    Formula value = expressions.sum();
    if (tokens.skipWord("ELSE")) {
      Token otherwise = tokens.take();
      boolean nothing =
          otherwise.isWord("NULL") || (function == Function.SUM && otherwise.text().equals("0"));
      if (!nothing) {
        throw tokens.wrong(otherwise, "CASE within an aggregate ends with END or ELSE NULL here");
      }
    }
    if (tokens.peek().isWord("WHEN")) {
      throw tokens.wrong(tokens.peek(), "CASE within an aggregate has one WHEN only");
    }
    tokens.expectWord("END");
    if (!(value instanceof Formula.Number number)) {
      return Optional.of(value);
    }
    if (function == Function.SUM && number.value().compareTo(BigDecimal.ONE) == 0) {
      function = Function.COUNT;
    }
    if (function != Function.COUNT) {
      throw tokens.wrong(then, "expected a column after THEN, or 1 to count rows");
    }
    return Optional.empty();
  }

  private List<Formula.Condition> conditions() {
    return new ConditionParser(tokens, expressions).all();
  }

  private static void datasets(Formula formula, Set<String> into) {
    switch (formula) {
      case Formula.Column column -> into.add(column.dataset());
      case Formula.Arithmetic both -> {
        datasets(both.left(), into);
        datasets(both.right(), into);
      }
      case Formula.Number ignored -> {}
      case Formula.Aggregate ignored -> {}
      case Formula.MetricUse ignored -> {}
    }
  }
}
