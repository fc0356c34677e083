package dev.alidade.engine.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A question of ours that a session is asked again and again. Its statement is prepared once, and
 * anew after a failure: the driver finalizes a statement that is interrupted.
 */
final class SqliteProbe {
  private final Connection connection;
  private final String sql;
  private Optional<PreparedStatement> prepared = Optional.empty();

  SqliteProbe(Connection connection, String sql) {
    this.connection = connection;
    this.sql = sql;
  }

  /** The number in the first column of the first row; 0 where there is no row. */
  long ask() throws SQLException {
    PreparedStatement statement =
        prepared.isPresent() ? prepared.get() : connection.prepareStatement(sql);
    prepared = Optional.empty();
    try (ResultSet row = statement.executeQuery()) {
      long answer = row.next() ? row.getLong(1) : 0;
      prepared = Optional.of(statement);
      return answer;
    } finally {
      if (prepared.isEmpty()) {
        statement.close();
      }
    }
  }
}
