package dev.alidade.engine.sqlite;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.sql.TableView;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Views that one session shows in the place of tables. They are temporary views of the tables'
 * names, so that the engine itself takes them wherever a statement names such a table; only what
 * names the schema {@code main} has to be led to them.
 */
record SqliteViews(List<TableView> views) {
  static final SqliteViews NONE = new SqliteViews(List.of());

  SqliteViews {
    views = List.copyOf(views);
  }

  boolean isEmpty() {
    return views.isEmpty();
  }

  /** The statement with {@code temp} for {@code main} before these names, nothing else moved. */
  String redirected(String sql) {
    StringBuilder text = new StringBuilder(sql);
    List<SqliteToken> tokens = SqliteTokens.of(sql);
    for (int index = 0; index + 2 < tokens.size(); index++) {
      SqliteToken schema = tokens.get(index);
      boolean named =
          isNameOrText(schema)
              && schema.unquoted().equalsIgnoreCase("main")
              && tokens.get(index + 1).is(".")
              && isNameOrText(tokens.get(index + 2))
              && isShown(tokens.get(index + 2).unquoted());
      if (named) {
        int start = schema.text().length() == "main".length() ? 0 : 1;
        text.replace(schema.start() + start, schema.start() + start + "main".length(), "temp");
      }
    }
    return text.toString();
  }

  /** The query of everything that a view shows. */
  static String all(TableView view) {
    return "SELECT * FROM temp." + quoted(view.table().table());
  }

  /**
   * Shows these views on a connection instead of those that it shows.
   *
   * @throws AlidadeException SQL_DENIED where a view is not valid SQL here
   */
  void show(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = 0");
      for (String name : shown(statement)) {
        statement.execute("DROP VIEW temp." + quoted(name));
      }
      for (TableView view : views) {
        create(view, statement);
      }
      statement.execute("PRAGMA query_only = 1");
    }
    for (TableView view : views) {
      check(view, connection);
    }
  }

  // A view is only looked into when somebody asks for it.
  private static void check(TableView view, Connection connection) throws SQLException {
    try {
      connection.prepareStatement(all(view)).close();
    } catch (SQLException failure) {
      throw invalid(view, failure);
    }
  }

  private void create(TableView view, Statement statement) throws SQLException {
    List<SqliteToken> tokens = SqliteTokens.of(view.query());
    if (SqliteStatement.refusalOf(view.query(), tokens).isPresent()) {
      throw invalid(view);
    }
    try {
      statement.execute(definition(view, tokens));
    } catch (SQLException failure) {
      throw invalid(view, failure);
    }
  }

  // A condition means the tables themselves, also where the session shows views of them.
  private String definition(TableView view, List<SqliteToken> tokens) {
    List<String> tables =
        views.stream()
            .map(shown -> quoted(shown.table().table()))
            .map(name -> name + " AS (SELECT * FROM main." + name + ")")
            .toList();
    return "CREATE TEMP VIEW %s AS WITH %s %s"
        .formatted(
            quoted(view.table().table()), String.join(", ", tables), strict(view.query(), tokens));
  }

  // In double quotes the engine would take a misspelled column for a text, and every row for it.
  private static String strict(String query, List<SqliteToken> tokens) {
    StringBuilder text = new StringBuilder(query);
    for (SqliteToken token : tokens.reversed()) {
      if (token.text().startsWith("\"")) {
        text.replace(token.start(), token.end(), quoted(token.unquoted()));
      }
    }
    return text.toString();
  }

  private boolean isShown(String name) {
    return views.stream().anyMatch(view -> view.table().table().equalsIgnoreCase(name));
  }

  /** The engine takes a text for a name where only a name can stand. */
  private static boolean isNameOrText(SqliteToken token) {
    return token.isName() || token.kind() == SqliteToken.Kind.STRING;
  }

  private static List<String> shown(Statement statement) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery("SELECT name FROM temp.sqlite_schema WHERE type = 'view'")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  private static AlidadeException invalid(TableView view, SQLException failure)
      throws SQLException {
    if (SqliteErrors.codeOf(failure) != ErrorCode.DATA_ERROR) {
      throw failure;
    }
    return invalid(view);
  }

  // What the engine says of it may quote the condition, which a caller may not know.
  private static AlidadeException invalid(TableView view) {
    return new AlidadeException(
        ErrorCode.SQL_DENIED,
        "What you may see of `%s` is not valid SQL for this source; an administrator has to correct its policy"
            .formatted(view.table()));
  }
}
