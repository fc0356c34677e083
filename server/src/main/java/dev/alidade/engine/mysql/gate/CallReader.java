package dev.alidade.engine.mysql.gate;

import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.engine.mysql.gate.MySqlToken.Kind;
import java.util.Locale;
import java.util.Set;

/** Reads calls of functions, those with a grammar of their own included. */
final class CallReader {
  private static final Set<String> SIDES = Set.of("LEADING", "TRAILING", "BOTH");

  private final Reading reading;
  private final QueryReader queries;
  private final ExpressionReader expressions;

  CallReader(Reading reading, QueryReader queries, ExpressionReader expressions) {
    this.reading = reading;
    this.queries = queries;
    this.expressions = expressions;
  }

  void call() {
    MySqlToken token = reading.next();
    String name = token.name().toLowerCase(Locale.ROOT);
    check(token, name);
    reading.findings.functions().add(name);
    reading.enter();
    reading.expect("(");
    arguments(name);
    reading.expect(")");
    reading.leave();
    behind();
  }

  /** MATCH (columns) AGAINST (words and how). */
  void match() {
    reading.next();
    reading.findings.functions().add("match");
    expressions.group();
    reading.expect("AGAINST");
    reading.expect("(");
    // The words are a constant, and IN would read on.
    if (!reading.skipKind(Kind.STRING) && !reading.skipKind(Kind.PARAMETER)) {
      throw reading.unexpected();
    }
    if (reading.skip("IN", "BOOLEAN")) {
      reading.expect("MODE");
    } else if (reading.skip("IN", "NATURAL")) {
      reading.expect("LANGUAGE");
      reading.expect("MODE");
    }
    if (reading.skip("WITH", "QUERY")) {
      reading.expect("EXPANSION");
    }
    reading.expect(")");
  }

  private void check(MySqlToken token, String name) {
    if (token.kind() != Kind.WORD) {
      throw reading.refusal(
          ErrorCode.FUNCTION_DENIED,
          "A function's name is written without backticks; write %s(".formatted(name),
          token);
    }
    if (AllowedFunctions.DENIED.contains(name)) {
      throw reading.refusal(
          ErrorCode.FUNCTION_DENIED, "Function `%s` is not allowed here".formatted(name), token);
    }
    if (!AllowedFunctions.NAMES.contains(name)) {
      if (Words.RESERVED.contains(token.keyword())) {
        throw reading.refusal(
            ErrorCode.SYNTAX_ERROR, "Syntax error at `%s`".formatted(token.text()), token);
      }
      throw reading.refusal(
          ErrorCode.FUNCTION_NOT_FOUND,
          "No function `%s` that may be called here%s"
              .formatted(token.text(), Nearest.hint(name, AllowedFunctions.NAMES)),
          token);
    }
    if (AllowedFunctions.ADJACENT.contains(name) && !reading.joinsParenthesis()) {
      throw reading.refusal(
          ErrorCode.SYNTAX_ERROR,
          "The parenthesis must follow `%s` on the same line; move it there".formatted(name),
          token);
    }
    if (reading.names.storedFunctions().contains(name)) {
      throw reading.refusal(
          ErrorCode.FUNCTION_DENIED,
          "The database has a stored function `%s`, and those are not called here".formatted(name),
          token);
    }
  }

  private void arguments(String name) {
    switch (name) {
      case "cast" -> {
        expressions.expression();
        reading.expect("AS");
        type();
      }
      case "convert" -> convert();
      case "extract" -> {
        unit();
        reading.expect("FROM");
        expressions.expression();
      }
      case "trim" -> trim();
      case "substr", "substring", "mid" -> substring();
      case "position" -> position();
      case "timestampadd", "timestampdiff" -> {
        unit();
        reading.expect(",");
        expressions.list();
      }
      case "get_format" -> {
        reading.next();
        reading.expect(",");
        expressions.expression();
      }
      case "char" -> {
        expressions.list();
        if (reading.skip("USING")) {
          charset();
        }
      }
      case "group_concat", "json_arrayagg" -> aggregated();
      default -> plain();
    }
  }

  private void plain() {
    if (reading.at(")")) {
      return;
    }
    if (reading.skip("*")) {
      return;
    }
    if (!reading.skip("DISTINCT")) {
      reading.skip("ALL");
    }
    expressions.list();
  }

  private void aggregated() {
    reading.skip("DISTINCT");
    expressions.list();
    if (reading.skip("ORDER", "BY")) {
      queries.ordering();
    }
    if (reading.skip("SEPARATOR") && !reading.skipKind(Kind.STRING)) {
      throw reading.unexpected();
    }
    if (reading.skip("LIMIT") && !reading.skipKind(Kind.NUMBER)) {
      throw reading.unexpected();
    }
  }

  private void convert() {
    expressions.expression();
    if (reading.skip("USING")) {
      charset();
      return;
    }
    reading.expect(",");
    type();
  }

  private void charset() {
    if (!reading.skip("BINARY")) {
      reading.name();
    }
  }

  private void type() {
    if (!reading.at(Words.TYPES)) {
      throw reading.unexpected();
    }
    while (reading.at(Words.TYPES)) {
      reading.next();
    }
    if (reading.skip("(")) {
      do {
        if (!reading.skipKind(Kind.NUMBER)) {
          throw reading.unexpected();
        }
      } while (reading.skip(","));
      reading.expect(")");
    }
    if (reading.skip("CHARACTER", "SET") || reading.skip("CHARSET")) {
      charset();
    }
  }

  private void unit() {
    if (!reading.at(Words.UNITS)) {
      throw reading.unexpected();
    }
    reading.next();
  }

  private void trim() {
    if (reading.at(SIDES)) {
      reading.next();
      if (reading.skip("FROM")) {
        expressions.expression();
        return;
      }
    }
    expressions.expression();
    if (reading.skip("FROM")) {
      expressions.expression();
    }
  }

  private void substring() {
    expressions.expression();
    if (!reading.skip("FROM")) {
      reading.expect(",");
      expressions.list();
      return;
    }
    expressions.expression();
    if (reading.skip("FOR")) {
      expressions.expression();
    }
  }

  // IN would otherwise be read as the operator that a list follows.
  private void position() {
    if (!reading.skipKind(Kind.STRING) && !reading.skipKind(Kind.PARAMETER)) {
      if (!Words.isName(reading.peek())) {
        throw reading.unexpected();
      }
      expressions.name();
    }
    reading.expect("IN");
    expressions.expression();
  }

  private void behind() {
    if (reading.skip("WITHIN", "GROUP")) {
      reading.expect("(");
      reading.expect("ORDER");
      reading.expect("BY");
      queries.ordering();
      reading.expect(")");
    }
    if (!reading.skip("OVER")) {
      return;
    }
    if (reading.at("(")) {
      expressions.window();
      return;
    }
    reading.name();
  }
}
