package dev.alidade.agreement;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Writes rows as literals, many a statement. */
record LiteralWriter(TargetEngine engine) implements RowWriter {
  private static final int MOST_ROWS = 1000;
  private static final int MOST_LETTERS = 400_000;

  @Override
  public void write(CopiedTable table, Connection connection) throws SQLException {
    String head = "INSERT INTO " + engine.quote(table.name()) + " VALUES ";
    StringBuilder sql = new StringBuilder(head);
    int rows = 0;
    try (Statement statement = connection.createStatement()) {
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
  }
}
