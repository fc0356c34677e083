package dev.alidade.engine.mysql.gate;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One statement while it is read: where the reader is, what is in scope, what was found. */
final class Reading {
  /** How deep parentheses, subqueries and CASE may be nested. */
  static final int DEEPEST = 100;

  private static final String LOCKS =
      "Locking rows (FOR UPDATE, FOR SHARE, LOCK IN SHARE MODE) is not allowed; leave it out";
  private static final Map<String, String> DENIED =
      Map.ofEntries(
          Map.entry(
              "INTO", "INTO writes to a file or a variable, which is not allowed; leave it out"),
          Map.entry("FOR", LOCKS),
          Map.entry("LOCK", LOCKS),
          Map.entry("PROCEDURE", "PROCEDURE is not allowed; leave it out"),
          Map.entry("PARTITION", "Reading single partitions is not allowed; use WHERE"),
          Map.entry("JSON_TABLE", "JSON_TABLE is not allowed; use JSON_VALUE or JSON_EXTRACT"),
          Map.entry("TABLE", "TABLE is not allowed; write SELECT * FROM the table"),
          Map.entry(
              "SQL_CALC_FOUND_ROWS",
              "SQL_CALC_FOUND_ROWS is not allowed; count in a statement of its own"));

  final String sql;
  final SourceNames names;
  final Findings findings = new Findings();
  private final List<MySqlToken> tokens;
  private final Deque<Set<String>> scopes = new ArrayDeque<>();

  private int position;
  private int depth;
  private int hidden;

  Reading(String sql, List<MySqlToken> tokens, SourceNames names) {
    this.sql = sql;
    this.tokens = new ArrayList<>(tokens);
    this.names = names;
  }

  /** The statement's tokens where they are to stand. */
  List<MySqlToken> tokens() {
    return tokens;
  }

  /**
   * Moves the name that was read last to the parenthesis behind it, which then follows it at once;
   * false where another line is between.
   */
  boolean joinsParenthesis() {
    MySqlToken name = tokens.get(position - 1);
    int place = peek().start() - name.text().length();
    if (sql.substring(name.end(), peek().start()).contains("\n")) {
      return false;
    }
    tokens.set(position - 1, new MySqlToken(name.kind(), name.text(), place));
    return true;
  }

  MySqlToken peek() {
    return peek(0);
  }

  MySqlToken peek(int ahead) {
    return tokens.get(Math.min(position + ahead, tokens.size() - 1));
  }

  MySqlToken next() {
    MySqlToken token = peek();
    position = Math.min(position + 1, tokens.size() - 1);
    return token;
  }

  boolean at(String symbolOrWord) {
    return peek().is(symbolOrWord);
  }

  boolean at(Set<String> keywords) {
    MySqlToken token = peek();
    return keywords.contains(
        token.kind() == MySqlToken.Kind.SYMBOL ? token.text() : token.keyword());
  }

  boolean skip(String symbolOrWord) {
    if (!at(symbolOrWord)) {
      return false;
    }
    next();
    return true;
  }

  boolean skip(String first, String second) {
    if (!at(first) || !peek(1).is(second)) {
      return false;
    }
    next();
    next();
    return true;
  }

  void expect(String symbolOrWord) {
    if (!skip(symbolOrWord)) {
      throw unexpected();
    }
  }

  boolean skipKind(MySqlToken.Kind kind) {
    if (peek().kind() != kind) {
      return false;
    }
    next();
    return true;
  }

  MySqlToken name() {
    if (!Words.isName(peek())) {
      throw unexpected();
    }
    return next();
  }

  /** What stands behind a dot: any word, reserved or not. */
  MySqlToken nameBehindDot() {
    if (!peek().isName()) {
      throw unexpected();
    }
    return next();
  }

  /** Notes a database, a dot and a table before a column. */
  void qualifier(MySqlToken database, MySqlToken dot, MySqlToken table) {
    names
        .table(Optional.of(database.name()), table.name())
        .ifPresent(
            known ->
                findings
                    .qualifiers()
                    .add(new QualifierPlace(known, table.name(), database.start(), dot.end())));
  }

  boolean atQuery() {
    return at("SELECT") || at("WITH") || (at("VALUES") && peek(1).is("("));
  }

  void enter() {
    if (++depth > DEEPEST) {
      throw refusal(
          ErrorCode.SQL_TOO_COMPLEX,
          "The statement is nested deeper than %d; write it flatter, for example with WITH"
              .formatted(DEEPEST),
          peek());
    }
  }

  void leave() {
    depth--;
  }

  void openScope() {
    scopes.push(new HashSet<>());
  }

  void closeScope() {
    scopes.pop();
  }

  void define(String commonTable) {
    scopes.peek().add(commonTable);
  }

  // MariaDB finds no common table of an outer query in what an inner WITH defines: it reads the
  // table.
  int hideOuterScopes() {
    int before = hidden;
    hidden = scopes.size() - 1;
    return before;
  }

  /** Of so many outer scopes nothing is found. */
  void hideScopes(int outer) {
    hidden = outer;
  }

  /** Whether what is read stands in what the WITH of a subquery defines. */
  boolean isInInnerDefinition() {
    return hidden > 0;
  }

  // In other letters it may or may not be the same name: then it counts as a table.
  boolean isCommonTable(String name) {
    return scopes.stream()
        .limit((long) scopes.size() - hidden)
        .anyMatch(scope -> scope.contains(name));
  }

  AlidadeException unexpected() {
    MySqlToken token = peek();
    if (DENIED.containsKey(token.keyword())) {
      return refusal(ErrorCode.SQL_DENIED, DENIED.get(token.keyword()), token);
    }
    if (token.kind() == MySqlToken.Kind.END) {
      return refusal(ErrorCode.SYNTAX_ERROR, "The statement ends too early; complete it", token);
    }
    String text = token.text().length() <= 40 ? token.text() : token.text().substring(0, 40) + "…";
    return refusal(ErrorCode.SYNTAX_ERROR, "Syntax error at `%s`".formatted(text), token);
  }

  AlidadeException refusal(ErrorCode code, String message, MySqlToken token) {
    return new AlidadeException(code, message, Location.of(sql, token.start()));
  }
}
