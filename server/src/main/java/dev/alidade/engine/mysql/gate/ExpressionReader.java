package dev.alidade.engine.mysql.gate;

import dev.alidade.base.ErrorCode;
import dev.alidade.engine.mysql.gate.MySqlToken.Kind;
import java.util.Locale;
import java.util.Set;

/**
 * Reads expressions as operands with operators between them: which binds closer does not matter for
 * what is read.
 */
final class ExpressionReader {
  private static final Set<String> CONSTANTS = Set.of("TRUE", "FALSE", "NULL");
  private static final Set<String> TYPED = Set.of("DATE", "TIME", "TIMESTAMP");
  private static final Set<String> QUANTIFIERS = Set.of("ANY", "SOME", "ALL");

  private final Reading reading;
  private final QueryReader queries;
  private final CallReader calls;

  ExpressionReader(Reading reading, QueryReader queries) {
    this.reading = reading;
    this.queries = queries;
    this.calls = new CallReader(reading, queries, this);
  }

  void list() {
    do {
      expression();
    } while (reading.skip(","));
  }

  void expression() {
    operand();
    while (continued()) {
      // Each round reads one operator and what belongs to it.
    }
  }

  // One operator with its right side; false where the expression ends.
  private boolean continued() {
    if (reading.skip("IS")) {
      reading.skip("NOT");
      if (!reading.at(CONSTANTS) && !reading.at("UNKNOWN")) {
        throw reading.unexpected();
      }
      reading.next();
      return true;
    }
    if (reading.skip("COLLATE")) {
      if (!reading.skip("BINARY")) {
        reading.name();
      }
      return true;
    }
    if (reading.at("NOT")) {
      reading.next();
      return negated();
    }
    if (reading.skip("IN")) {
      group();
      return true;
    }
    if (reading.skip("SOUNDS", "LIKE") || reading.skip("MEMBER", "OF")) {
      operand();
      return true;
    }
    if (!reading.at(Words.OPERATORS)) {
      return false;
    }
    reading.next();
    if (reading.at(QUANTIFIERS) && reading.peek(1).is("(")) {
      reading.next();
    }
    operand();
    return true;
  }

  private boolean negated() {
    if (reading.skip("IN")) {
      group();
      return true;
    }
    if (!reading.skip("LIKE")
        && !reading.skip("BETWEEN")
        && !reading.skip("REGEXP")
        && !reading.skip("RLIKE")) {
      throw reading.unexpected();
    }
    operand();
    return true;
  }

  private void operand() {
    while (reading.at(Words.PREFIXES)) {
      reading.next();
    }
    MySqlToken token = reading.peek();
    switch (token.kind()) {
      case NUMBER, PARAMETER -> reading.next();
      case STRING -> strings();
      case QUOTED_NAME -> nameOrCall();
      case WORD -> word();
      case SYMBOL -> {
        if (!token.is("(")) {
          throw reading.unexpected();
        }
        group();
      }
      case SEMICOLON, END -> throw reading.unexpected();
    }
  }

  // Strings that follow each other are one.
  private void strings() {
    while (reading.skipKind(Kind.STRING)) {
      // Each round reads one.
    }
  }

  private void word() {
    if (reading.at(CONSTANTS)) {
      reading.next();
      return;
    }
    if (reading.at(TYPED) && reading.peek(1).kind() == Kind.STRING) {
      reading.next();
      reading.next();
      return;
    }
    if (reading.at(Words.MOMENTS) && !reading.peek(1).is("(")) {
      reading.findings.functions().add(reading.next().text().toLowerCase(Locale.ROOT));
      return;
    }
    if (reading.skip("EXISTS")) {
      subquery();
      return;
    }
    if (reading.skip("CASE")) {
      cases();
      return;
    }
    if (reading.skip("INTERVAL")) {
      interval();
      return;
    }
    if (reading.at("ROW") && reading.peek(1).is("(")) {
      reading.next();
      group();
      return;
    }
    if (reading.at("MATCH") && reading.peek(1).is("(")) {
      calls.match();
      return;
    }
    nameOrCall();
  }

  private void nameOrCall() {
    if (reading.peek(1).is("(")) {
      calls.call();
      return;
    }
    MySqlToken first = reading.peek();
    if (first.is("CURRENT_USER") || first.is("CURRENT_ROLE")) {
      throw reading.refusal(
          ErrorCode.FUNCTION_DENIED,
          "`%s` tells of the account and is not allowed here".formatted(first.text()),
          first);
    }
    name();
  }

  /** A column, qualified or not. */
  void name() {
    MySqlToken first = reading.peek();
    StringBuilder column = new StringBuilder(reading.name().name());
    if (reading.at(".") && reading.peek(1).isName() && reading.peek(2).is(".")) {
      reading.qualifier(first, reading.peek(), reading.peek(1));
    }
    while (reading.skip(".")) {
      column.append('.').append(reading.nameBehindDot().name());
    }
    if (reading.at("(")) {
      throw reading.refusal(
          ErrorCode.FUNCTION_DENIED,
          "Stored functions (`%s`) are not called here; write what it computes".formatted(column),
          first);
    }
    reading.findings.columns().add(column.toString());
  }

  /** A list of expressions or a query in parentheses. */
  void group() {
    reading.expect("(");
    if (reading.atQuery()) {
      queries.query();
    } else {
      reading.enter();
      list();
      queries.rest();
      reading.leave();
    }
    reading.expect(")");
  }

  private void subquery() {
    if (!reading.at("(")) {
      throw reading.unexpected();
    }
    group();
  }

  private void cases() {
    reading.enter();
    if (!reading.at("WHEN")) {
      expression();
    }
    while (reading.skip("WHEN")) {
      expression();
      reading.expect("THEN");
      expression();
    }
    if (reading.skip("ELSE")) {
      expression();
    }
    reading.expect("END");
    reading.leave();
  }

  // INTERVAL(a, b, c) is a function; INTERVAL a DAY and INTERVAL (a) DAY are lengths of time.
  private void interval() {
    boolean parenthesis = reading.at("(");
    reading.enter();
    expression();
    reading.leave();
    if (reading.at(Words.UNITS)) {
      reading.next();
      return;
    }
    if (!parenthesis) {
      throw reading.unexpected();
    }
  }

  /** A window in parentheses. */
  void window() {
    reading.enter();
    reading.expect("(");
    if (Words.isAlias(reading.peek()) && !reading.at("PARTITION")) {
      reading.next();
    }
    if (reading.skip("PARTITION", "BY")) {
      list();
    }
    if (reading.skip("ORDER", "BY")) {
      queries.ordering();
    }
    if (reading.skip("ROWS") || reading.skip("RANGE")) {
      frame();
    }
    reading.expect(")");
    reading.leave();
  }

  private void frame() {
    if (!reading.skip("BETWEEN")) {
      bound();
      return;
    }
    bound();
    reading.expect("AND");
    bound();
  }

  private void bound() {
    if (reading.skip("CURRENT", "ROW")) {
      return;
    }
    if (!reading.skip("UNBOUNDED")) {
      expression();
    }
    if (!reading.skip("PRECEDING")) {
      reading.expect("FOLLOWING");
    }
  }
}
