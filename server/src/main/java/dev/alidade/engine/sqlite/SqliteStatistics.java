package dev.alidade.engine.sqlite;

import dev.alidade.engine.ColumnStatistics;
import dev.alidade.engine.Table;
import dev.alidade.engine.TableKind;
import dev.alidade.engine.TableStatistics;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What ANALYZE left about a table; its size only in a small file, for it means to visit pages. */
final class SqliteStatistics {
  private static final long MOST_BYTES = 64L << 20;

  private final Connection connection;

  SqliteStatistics(Connection connection) {
    this.connection = connection;
  }

  TableStatistics read(Table table) throws SQLException {
    if (table.kind() == TableKind.VIEW) {
      return new TableStatistics(Optional.empty(), Optional.empty(), Map.of());
    }
    String name = table.name().table();
    return new TableStatistics(table.rows(), bytes(name), columns(table));
  }

  private Optional<Long> bytes(String table) throws SQLException {
    if (number("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
        > MOST_BYTES) {
      return Optional.empty();
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT sum(pgsize) FROM dbstat WHERE aggregate = 1
              AND name IN (SELECT name FROM sqlite_schema WHERE tbl_name = ?)
            """)) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getLong(1)).filter(size -> size > 0) : Optional.empty();
      }
    }
  }

  private Map<String, ColumnStatistics> columns(Table table) throws SQLException {
    Map<String, ColumnStatistics> columns = new LinkedHashMap<>();
    if (number("SELECT count(*) FROM sqlite_schema WHERE name = 'sqlite_stat1'") == 0) {
      return columns;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT i.name, s.stat FROM sqlite_stat1 s, pragma_index_info(s.idx) i
            WHERE s.tbl = ? AND i.seqno = 0 AND i.name IS NOT NULL
            """)) {
      statement.setString(1, table.name().table());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String column = rows.getString(1);
          distinct(rows.getString(2))
              .ifPresent(distinct -> columns.put(column, statistics(distinct)));
        }
      }
    }
    return columns;
  }

  /** "rows a ...": so many rows, a of them with the same first column on average. */
  private static Optional<Long> distinct(String stat) {
    String[] words = stat.split(" ", -1);
    return words.length > 1 && words[0].matches("\\d{1,18}") && words[1].matches("[1-9]\\d{0,17}")
        ? Optional.of(Long.parseLong(words[0]) / Long.parseLong(words[1]))
        : Optional.empty();
  }

  private static ColumnStatistics statistics(long distinct) {
    return new ColumnStatistics(
        Optional.empty(), Optional.of(distinct), Optional.empty(), Optional.empty());
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
