package dev.alidade.engine.sqlite;

import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.base.Nearest;
import dev.alidade.sql.Inspection;
import dev.alidade.sql.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what is wrong with a statement that the engine cannot compile, and exactly where. */
final class SqliteMistake {
  private static final int MOST_TRIES = 200;
  private static final Pattern NEAR =
      Pattern.compile("near \"(.*)\": syntax error", Pattern.DOTALL);
  private static final Pattern TOKEN =
      Pattern.compile("unrecognized token: \"(.*)\"", Pattern.DOTALL);
  private static final Pattern MISSING =
      Pattern.compile(
          "no such (table|column|function|module|table-valued function|index|collation sequence|window|database): (.*)",
          Pattern.DOTALL);
  private static final Pattern AMBIGUOUS = Pattern.compile("ambiguous column name: (.*)");
  private static final Pattern TOO_LARGE =
      Pattern.compile(
          "(?i).*(recursion limit|stack overflow|too large|too many|string or blob too big|too deep).*",
          Pattern.DOTALL);

  private final Connection connection;
  private final String sql;
  private final List<SqliteToken> tokens;

  SqliteMistake(Connection connection, String sql, List<SqliteToken> tokens) {
    this.connection = connection;
    this.sql = sql;
    this.tokens = tokens;
  }

  Inspection explain(String detail) throws SQLException {
    return Inspection.refused(SqliteStatement.effectOf(tokens), reason(detail));
  }

  private Reason reason(String detail) throws SQLException {
    Matcher near = NEAR.matcher(detail);
    if (near.matches()) {
      return at(
          ErrorCode.SYNTAX_ERROR,
          "Syntax error at `%s`".formatted(shorten(near.group(1))),
          offsetOfNear(near.group(1)));
    }
    if (detail.equals("incomplete input")) {
      return at(
          ErrorCode.SYNTAX_ERROR,
          "The statement ends too early; complete it",
          tokens.getLast().end());
    }
    Matcher token = TOKEN.matcher(detail);
    if (token.matches()) {
      return at(
          ErrorCode.SYNTAX_ERROR,
          "`%s` is not a token of SQL; close the quote or remove the character"
              .formatted(shorten(token.group(1))),
          offsetOfIllegal());
    }
    Matcher missing = MISSING.matcher(detail);
    if (missing.matches()) {
      return missing(missing.group(1), missing.group(2));
    }
    Matcher ambiguous = AMBIGUOUS.matcher(detail);
    if (ambiguous.matches()) {
      return at(
          ErrorCode.AMBIGUOUS_NAME,
          "Column `%s` is in more than one of the tables; write the table before it"
              .formatted(ambiguous.group(1)),
          offsetOfName(ambiguous.group(1)));
    }
    if (TOO_LARGE.matcher(detail).matches()) {
      return Reason.of(
          ErrorCode.SQL_TOO_COMPLEX,
          "The statement is too complex (%s); split it into smaller ones".formatted(detail));
    }
    if (detail.startsWith("unsafe use of")) {
      return Reason.of(
          ErrorCode.FUNCTION_DENIED,
          "A view or column of the source calls what is not allowed (%s)".formatted(detail));
    }
    if (detail.startsWith("not authorized")) {
      return Reason.of(ErrorCode.SQL_DENIED, "The statement does what is not allowed here");
    }
    return Reason.of(ErrorCode.SYNTAX_ERROR, "The statement is wrong: " + detail);
  }

  private Reason missing(String kind, String name) throws SQLException {
    return switch (kind) {
      case "column" -> missingColumn(name);
      case "table", "table-valued function", "module", "database" -> missingTable(name);
      case "function" ->
          at(
              ErrorCode.FUNCTION_NOT_FOUND,
              "No function `%s`%s".formatted(name, hint(name, SqliteAllowed.FUNCTIONS)),
              offsetOfName(name));
      default -> at(ErrorCode.SYNTAX_ERROR, "No %s `%s`".formatted(kind, name), offsetOfName(name));
    };
  }

  private Reason missingTable(String written) throws SQLException {
    String name = written.startsWith("main.") ? written.substring(5) : written;
    List<String> tables = SqliteCatalog.namesOfTables(connection);
    String known =
        tables.isEmpty()
            ? ". The source has no tables"
            : ". Tables: "
                + String.join(", ", tables.subList(0, Math.min(20, tables.size())))
                + (tables.size() > 20 ? ", …" : "");
    String hint = hint(name, tables);
    return at(
        ErrorCode.TABLE_NOT_FOUND,
        "Table `%s` not found%s".formatted(written, hint.isEmpty() ? known : hint),
        offsetOfName(written));
  }

  private Reason missingColumn(String written) throws SQLException {
    String name = written.substring(written.lastIndexOf('.') + 1);
    List<String> columns = new ArrayList<>();
    List<String> named = new ArrayList<>();
    for (String table : SqliteCatalog.namesOfTables(connection)) {
      boolean used =
          tokens.stream()
              .anyMatch(token -> token.isName() && token.unquoted().equalsIgnoreCase(table));
      if (used) {
        named.add(table);
        columns.addAll(columnsOf(table));
      }
    }
    String where = named.size() == 1 ? " in `%s`".formatted(named.getFirst()) : "";
    return at(
        ErrorCode.COLUMN_NOT_FOUND,
        "Column `%s` not found%s%s".formatted(written, where, hint(name, columns)),
        offsetOfName(written));
  }

  private List<String> columnsOf(String table) {
    List<String> columns = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT name FROM pragma_table_xinfo(?)")) {
      statement.setString(1, table);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.add(rows.getString(1));
        }
      }
    } catch (SQLException brokenView) {
      return List.of();
    }
    return columns;
  }

  // The parser stops at the first token that cannot follow: the shortest beginning that fails so.
  private Optional<Integer> offsetOfNear(String text) {
    int tries = 0;
    for (SqliteToken token : tokens) {
      if (!token.text().equals(text)) {
        continue;
      }
      if (tries++ >= MOST_TRIES) {
        return Optional.empty();
      }
      String beginning = sql.substring(0, token.end());
      try {
        SqliteProgram.of(connection, beginning);
      } catch (SQLException failure) {
        Matcher near = NEAR.matcher(SqliteErrors.detailOf(failure));
        if (near.matches() && near.group(1).equals(text)) {
          return Optional.of(token.start());
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Integer> offsetOfIllegal() {
    return tokens.stream()
        .filter(token -> token.kind() == SqliteToken.Kind.ILLEGAL)
        .findFirst()
        .map(SqliteToken::start);
  }

  private Optional<Integer> offsetOfName(String written) {
    List<String> parts = List.of(written.split("\\.", -1));
    for (int index = 0; index < tokens.size(); index++) {
      if (matches(index, parts)) {
        return Optional.of(tokens.get(index).start());
      }
    }
    return Optional.empty();
  }

  private boolean matches(int index, List<String> parts) {
    for (int part = 0; part < parts.size(); part++) {
      int at = index + 2 * part;
      boolean dotted = part == 0 || (at - 1 < tokens.size() && tokens.get(at - 1).is("."));
      boolean same =
          at < tokens.size()
              && tokens.get(at).isName()
              && tokens.get(at).unquoted().equalsIgnoreCase(parts.get(part));
      if (!dotted || !same) {
        return false;
      }
    }
    return true;
  }

  private Reason at(ErrorCode code, String message, int offset) {
    return at(code, message, Optional.of(offset));
  }

  private Reason at(ErrorCode code, String message, Optional<Integer> offset) {
    return new Reason(code, message, offset.map(place -> Location.of(sql, place)));
  }

  private static String hint(String name, java.util.Collection<String> candidates) {
    return Nearest.hint(name, candidates);
  }

  private static String shorten(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
