package dev.alidade.engine.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Makes database files for tests. */
public final class SqliteFile {
  private SqliteFile() {}

  /** Lets the file's changes go to a log first, so that readers and a writer do not meet. */
  static void log(Path file) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Makes or extends the file by running the statements. */
  public static void create(Path file, List<String> statements) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String sql : statements) {
        statement.execute(sql);
      }
      connection.commit();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
