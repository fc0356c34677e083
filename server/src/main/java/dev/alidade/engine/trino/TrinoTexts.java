package dev.alidade.engine.trino;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads the first column of a query of Alidade's own. */
final class TrinoTexts {
  private TrinoTexts() {}

  /** Every row: a result that is left before its end stands as failed in the cluster's history. */
  static List<String> read(Connection connection, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
