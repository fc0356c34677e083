package dev.alidade.agreement;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Copies tables into a database of one engine, many rows a statement. */
final class TableLoader {
  private static final int MOST_ROWS = 1000;
  private static final int MOST_LETTERS = 400_000;

  private final TargetEngine engine;

  TableLoader(TargetEngine engine) {
    this.engine = engine;
  }

  /** Copies tables that come after those they refer to. */
  void load(TargetEngine.Target target, List<CopiedTable> tables) {
    try (Connection connection = target.writer();
        Statement statement = connection.createStatement()) {
      if (engine.hasKeys()) {
        connection.setAutoCommit(false);
      }
      for (CopiedTable table : tables) {
        statement.execute(creation(table));
        insert(table, statement);
      }
      if (engine.hasKeys()) {
        connection.commit();
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private String creation(CopiedTable table) {
    List<String> parts = new ArrayList<>();
    for (ColumnForm column : table.columns()) {
      parts.add(engine.quote(column.name()) + " " + engine.typeOf(column));
    }
    if (engine.hasKeys() && !table.primaryKey().isEmpty()) {
      parts.add("PRIMARY KEY (%s)".formatted(names(table.primaryKey())));
    }
    for (CopiedTable.Reference reference : table.references()) {
      if (engine.hasKeys()) {
        parts.add(
            "FOREIGN KEY (%s) REFERENCES %s (%s)"
                .formatted(
                    names(reference.columns()),
                    engine.quote(reference.table()),
                    names(reference.targetColumns())));
      }
    }
    return "CREATE TABLE %s (%s)".formatted(engine.quote(table.name()), String.join(", ", parts));
  }

  private void insert(CopiedTable table, Statement statement) throws SQLException {
    String head = "INSERT INTO " + engine.quote(table.name()) + " VALUES ";
    StringBuilder sql = new StringBuilder(head);
    int rows = 0;
    for (Object[] row : table.rows()) {
      sql.append(rows == 0 ? "(" : ", (");
      for (int column = 0; column < row.length; column++) {
        sql.append(column == 0 ? "" : ", ").append(engine.literal(row[column]));
      }
      sql.append(')');
      rows++;
      if (rows == MOST_ROWS || sql.length() > MOST_LETTERS) {
        statement.execute(sql.toString());
        sql = new StringBuilder(head);
        rows = 0;
      }
    }
    if (rows > 0) {
      statement.execute(sql.toString());
    }
  }

  private String names(List<String> columns) {
    return columns.stream().map(engine::quote).collect(Collectors.joining(", "));
  }
}
