package dev.alidade.engine.sqlite;

import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.sql.Effect;
import dev.alidade.sql.Inspection;
import dev.alidade.sql.Reason;
import java.util.List;
import java.util.Optional;

/** Judges a text by its tokens alone, before the engine sees it. */
final class SqliteStatement {
  /** How deep parentheses may be nested. */
  static final int DEEPEST = 100;

  private final String sql;
  private final List<SqliteToken> tokens;

  private SqliteStatement(String sql, List<SqliteToken> tokens) {
    this.sql = sql;
    this.tokens = tokens;
  }

  /** Why the engine need not even be asked; empty for one statement that may be a reading one. */
  static Optional<Inspection> refusalOf(String sql, List<SqliteToken> tokens) {
    return new SqliteStatement(sql, tokens).refusal();
  }

  /** The same for one statement that may change rows. */
  static Optional<Inspection> refusalOfWrite(String sql, List<SqliteToken> tokens) {
    return new SqliteStatement(sql, tokens)
        .unreadable()
        .or(
            () ->
                SqliteWrite.refusalOf(tokens)
                    .map(reason -> Inspection.refused(Effect.WRITE, reason)));
  }

  private Optional<Inspection> refusal() {
    return unreadable().or(this::notReading);
  }

  private Optional<Inspection> unreadable() {
    int unreadable = unreadableCharacter();
    if (unreadable >= 0) {
      return refused(
          Effect.READ,
          ErrorCode.SQL_DENIED,
          "The statement holds a character that no database text may hold (NUL or half of a"
              + " surrogate pair); remove it or bind the value as a parameter",
          unreadable);
    }
    if (tokens.isEmpty() || tokens.getFirst().kind() == SqliteToken.Kind.SEMICOLON) {
      return refused(
          Effect.READ, ErrorCode.SYNTAX_ERROR, "The statement is empty; write a SELECT", 0);
    }
    Optional<Inspection> several = severalStatements();
    if (several.isPresent()) {
      return several;
    }
    int deep = tooDeep();
    if (deep >= 0) {
      return refused(
          Effect.READ,
          ErrorCode.SQL_TOO_COMPLEX,
          "Parentheses are nested deeper than %d; write it flatter, for example with WITH"
              .formatted(DEEPEST),
          deep);
    }
    return Optional.empty();
  }

  private int unreadableCharacter() {
    for (int index = 0; index < sql.length(); index++) {
      char current = sql.charAt(index);
      if (current == '\0') {
        return index;
      }
      if (Character.isHighSurrogate(current)
          && index + 1 < sql.length()
          && Character.isLowSurrogate(sql.charAt(index + 1))) {
        index++;
      } else if (Character.isSurrogate(current)) {
        return index;
      }
    }
    return -1;
  }

  private Optional<Inspection> severalStatements() {
    Effect effect = effectOf(tokens.getFirst());
    int second = -1;
    for (int index = 1; index < tokens.size(); index++) {
      boolean begins =
          tokens.get(index - 1).kind() == SqliteToken.Kind.SEMICOLON
              && tokens.get(index).kind() != SqliteToken.Kind.SEMICOLON;
      if (begins) {
        second = second < 0 ? tokens.get(index).start() : second;
        Effect another = effectOf(tokens.get(index));
        effect = another.compareTo(effect) > 0 ? another : effect;
      }
    }
    return second < 0
        ? Optional.empty()
        : refused(
            effect,
            ErrorCode.SQL_DENIED,
            "Only one statement runs at a time; remove what follows the first semicolon",
            second);
  }

  private int tooDeep() {
    int depth = 0;
    for (SqliteToken token : tokens) {
      if (token.is("(")) {
        depth++;
      } else if (token.is(")")) {
        depth--;
      }
      if (depth > DEEPEST) {
        return token.start();
      }
    }
    return -1;
  }

  private Optional<Inspection> notReading() {
    SqliteToken first = tokens.getFirst();
    String keyword = first.keyword();
    return switch (keyword) {
      case "SELECT", "WITH", "VALUES" -> Optional.empty();
      case "EXPLAIN" ->
          refused(
              Effect.READ,
              ErrorCode.SQL_DENIED,
              "EXPLAIN is not run as a query; call explain_query with the statement alone",
              first.start());
      case "PRAGMA" ->
          refused(
              Effect.ADMIN,
              ErrorCode.NOT_READ_ONLY,
              "PRAGMA is not allowed; describe_source shows tables, columns and keys",
              first.start());
      case "ATTACH", "DETACH" ->
          refused(
              Effect.ADMIN,
              ErrorCode.NOT_READ_ONLY,
              keyword + " is not allowed; add the other file as a source of its own",
              first.start());
      case "INSERT",
          "UPDATE",
          "DELETE",
          "REPLACE",
          "CREATE",
          "DROP",
          "ALTER",
          "REINDEX",
          "ANALYZE",
          "VACUUM",
          "BEGIN",
          "COMMIT",
          "END",
          "ROLLBACK",
          "SAVEPOINT",
          "RELEASE" ->
          refused(
              effectOf(first),
              ErrorCode.NOT_READ_ONLY,
              keyword + " is not allowed: this source is only read; write a SELECT",
              first.start());
      default ->
          refused(
              Effect.READ,
              ErrorCode.SYNTAX_ERROR,
              "A statement cannot begin with `%s`; write a SELECT".formatted(shorten(first.text())),
              first.start());
    };
  }

  /** What a single statement would do, by its keywords alone; WITH may lead to a change. */
  static Effect effectOf(List<SqliteToken> tokens) {
    int depth = 0;
    Effect effect = effectOf(tokens.getFirst());
    for (int index = 1; index < tokens.size(); index++) {
      SqliteToken token = tokens.get(index);
      boolean call = index + 1 < tokens.size() && tokens.get(index + 1).is("(");
      if (token.is("(")) {
        depth++;
      } else if (token.is(")")) {
        depth--;
      } else if (depth == 0 && !call && tokens.getFirst().keyword().equals("WITH")) {
        Effect nested = effectOf(token);
        effect = nested == Effect.WRITE ? nested : effect;
      }
    }
    return effect;
  }

  private static Effect effectOf(SqliteToken first) {
    return switch (first.keyword()) {
      case "INSERT", "UPDATE", "DELETE", "REPLACE" -> Effect.WRITE;
      case "CREATE", "DROP", "ALTER" -> Effect.DDL;
      case "REINDEX",
          "ANALYZE",
          "VACUUM",
          "ATTACH",
          "DETACH",
          "PRAGMA",
          "BEGIN",
          "COMMIT",
          "END",
          "ROLLBACK",
          "SAVEPOINT",
          "RELEASE" ->
          Effect.ADMIN;
      default -> Effect.READ;
    };
  }

  private Optional<Inspection> refused(Effect effect, ErrorCode code, String message, int offset) {
    return Optional.of(
        Inspection.refused(
            effect, new Reason(code, message, Optional.of(Location.of(sql, offset)))));
  }

  private static String shorten(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
