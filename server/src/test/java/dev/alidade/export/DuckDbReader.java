package dev.alidade.export;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A database of another program, where {@code truth} holds the rows that files are compared to. */
final class DuckDbReader implements AutoCloseable {
  private static final List<String> TYPES =
      List.of(
          "BOOLEAN",
          "BIGINT",
          "DECIMAL(18,4)",
          "DECIMAL(38,10)",
          "DOUBLE",
          "VARCHAR",
          "DATE",
          "TIME",
          "TIMESTAMP",
          "TIMESTAMPTZ",
          "VARCHAR",
          "BLOB",
          "UUID",
          "JSON",
          "JSON",
          "JSON",
          "JSON",
          "VARCHAR");
  private final Connection connection;

  DuckDbReader() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    run("SET TimeZone = 'UTC'");
    run("CREATE TABLE truth (%s)".formatted(columns(TYPES)));
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO truth VALUES (%s)"
                .formatted(String.join(", ", Collections.nCopies(TYPES.size(), "?"))))) {
      for (Object[] row : EveryType.rows()) {
        for (int column = 0; column < row.length; column++) {
          insert.setObject(column + 1, bound(column, row[column]));
        }
        insert.executeUpdate();
      }
    }
  }

  private static Object bound(int column, Object value) {
    if (value == null || value instanceof BigDecimal || column < 13) {
      return value;
    }
    return value instanceof String text ? text : NdjsonFormat.jsonOf(value);
  }

  static String columns(List<String> types) {
    List<String> parts = new ArrayList<>();
    for (int column = 0; column < types.size(); column++) {
      parts.add("c" + column + " " + types.get(column));
    }
    return String.join(", ", parts);
  }

  /** The columns of the truth, those of {@code cast} written otherwise. */
  static String casts(java.util.function.IntFunction<String> cast) {
    List<String> parts = new ArrayList<>();
    for (int column = 0; column < TYPES.size(); column++) {
      parts.add("CAST(%s AS %s)".formatted(cast.apply(column), TYPES.get(column)));
    }
    return String.join(", ", parts);
  }

  static List<String> types() {
    return TYPES;
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  List<List<String>> rows(String sql) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
          row.add(found.getString(column));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** What stands in one of the truth and the query only; nothing if they are equal. */
  List<List<String>> differences(String query) throws SQLException {
    List<List<String>> differences = new ArrayList<>();
    differences.addAll(rows("SELECT 'lost', * FROM (FROM truth EXCEPT ALL (%s))".formatted(query)));
    differences.addAll(
        rows("SELECT 'wrong', * FROM ((%s) EXCEPT ALL FROM truth)".formatted(query)));
    return differences;
  }

  static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
