package dev.alidade.engine.sqlite;

import dev.alidade.base.ErrorCode;
import dev.alidade.sql.Inspection;
import dev.alidade.sql.Reason;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TableView;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges a statement on a connection that shows views: it may read what it reads without them, and
 * besides only what the views themselves read.
 */
final class SqliteNarrowing {
  private final Connection connection;
  private final SqliteSchema schema;
  private final SqliteViews views;
  private final String sql;
  private final Inspection seen;
  private final Set<TableName> behind = new HashSet<>();
  private final Set<String> functions = new HashSet<>();
  private final Map<String, List<String>> columns = new HashMap<>();

  /** {@code seen} is what was found of the statement without views. */
  SqliteNarrowing(
      Connection connection, SqliteSchema schema, SqliteViews views, String sql, Inspection seen) {
    this.connection = connection;
    this.schema = schema;
    this.views = views;
    this.sql = sql;
    this.seen = seen;
  }

  /** The verdict, with the text that runs; empty where the tables have changed meanwhile. */
  Optional<Inspection> judge(String text) throws SQLException {
    for (TableView view : views.views()) {
      look(view);
    }
    String statement = views.redirected(sql);
    List<SqliteToken> tokens = SqliteTokens.of(statement);
    try {
      SqliteProgram program = SqliteProgram.of(connection, statement);
      if (!program.fits(schema.cookie())) {
        return Optional.empty();
      }
      Inspection found =
          new SqliteReading(connection, schema.showing(columns), statement, tokens, functions)
              .judge(program);
      return Optional.of(found.isAllowed() ? verdict(found, tokens, text) : found);
    } catch (SQLException failure) {
      if (SqliteErrors.codeOf(failure) != ErrorCode.DATA_ERROR) {
        throw failure;
      }
      return Optional.of(
          new SqliteMistake(connection, statement, tokens).explain(SqliteErrors.detailOf(failure)));
    }
  }

  /** What a view reads, calls and shows. */
  private void look(TableView view) throws SQLException {
    String all = SqliteViews.all(view);
    Inspection inside =
        new SqliteReading(connection, schema, all, SqliteTokens.of(all))
            .judge(SqliteProgram.of(connection, all));
    behind.addAll(inside.tables());
    functions.addAll(inside.functions());
    List<String> shown = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(all)) {
      ResultSetMetaData result = statement.getMetaData();
      for (int column = 1; column <= result.getColumnCount(); column++) {
        shown.add(result.getColumnName(column));
      }
    }
    columns.put(view.table().table(), shown);
  }

  private Inspection verdict(Inspection found, List<SqliteToken> tokens, String text) {
    Set<TableName> hidden = new HashSet<>(behind);
    seen.tables().forEach(hidden::remove);
    boolean known =
        found.tables().stream()
            .allMatch(table -> seen.tables().contains(table) || hidden.contains(table));
    // What only a view may read cannot be told from what the statement reads of it.
    boolean named =
        hidden.stream()
            .anyMatch(
                table ->
                    tokens.stream()
                        .anyMatch(token -> token.unquoted().equalsIgnoreCase(table.table())));
    return known && !named
        ? seen.running(text)
        : Inspection.refused(
            seen.effect(),
            Reason.of(
                ErrorCode.SQL_DENIED,
                "The statement reads other tables with what you may see than it names; write it"
                    + " in another way"));
  }
}
