package dev.alidade.engine.duckdb.run;

import dev.alidade.engine.duckdb.gate.Printed;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;

/** DuckDB's parser and printer on one connection; one thread at a time uses it. */
public final class Parser implements AutoCloseable {
  private final DuckDBConnection connection;
  private PreparedStatement parse;
  private PreparedStatement print;

  /** A parser on a connection of its own. */
  public Parser(Database database) throws SQLException {
    connection = database.connect();
    prepare();
  }

  /** The syntax tree of a text as JSON, or a JSON object that says what is wrong with it. */
  public String parse(String sql) throws SQLException {
    return ask(parse, sql, result -> result.getString(1));
  }

  /** The statement that a syntax tree prints as, and how that is read again. */
  public Printed print(String tree) throws SQLException {
    return ask(print, tree, result -> new Printed(result.getString(1), result.getString(2)));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private void prepare() throws SQLException {
    parse = connection.prepareStatement("SELECT json_serialize_sql(?)");
    // A question to the engine costs more than what is asked.
    print =
        connection.prepareStatement(
            "SELECT text, json_serialize_sql(text)"
                + " FROM (SELECT json_deserialize_sql(CAST(? AS JSON)) AS text)");
  }

  /** The text is always a bound value; a failure closes the statement. */
  private <T> T ask(PreparedStatement statement, String text, Reading<T> reading)
      throws SQLException {
    try {
      statement.setString(1, text);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return reading.read(result);
      }
    } catch (SQLException failure) {
      prepare();
      throw failure;
    }
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read(ResultSet result) throws SQLException;
  }
}
