package dev.alidade.agreement;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Writes rows by DuckDB's appender. */
final class AppenderWriter implements RowWriter {
  @Override
  public void write(CopiedTable table, Connection connection) throws SQLException {
    try (DuckDBAppender appender =
        connection.unwrap(DuckDBConnection.class).createAppender(table.name())) {
      for (Object[] row : table.rows()) {
        appender.beginRow();
        for (Object value : row) {
          append(value, appender);
        }
        appender.endRow();
      }
    }
  }

  private static void append(Object value, DuckDBAppender appender) throws SQLException {
    switch (value) {
      case null -> appender.appendNull();
      case Boolean truth -> appender.append(truth);
      case Long whole -> appender.append(whole);
      case Double real -> appender.append(real);
      case BigDecimal exact -> appender.append(exact);
      case LocalDate date -> appender.append(date);
      case LocalDateTime time -> appender.append(time);
      case byte[] bytes -> appender.append(bytes);
      default -> appender.append(value.toString());
    }
  }
}
