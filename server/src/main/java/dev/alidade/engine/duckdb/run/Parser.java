package dev.alidade.engine.duckdb.run;

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
    return ask(parse, sql);
  }

  /** The statement that a syntax tree prints as. */
  public String print(String tree) throws SQLException {
    return ask(print, tree);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private void prepare() throws SQLException {
    parse = connection.prepareStatement("SELECT json_serialize_sql(?)");
    print = connection.prepareStatement("SELECT json_deserialize_sql(CAST(? AS JSON))");
  }

  /** The text is always a bound value; a failure closes the statement. */
  private String ask(PreparedStatement statement, String text) throws SQLException {
    try {
      statement.setString(1, text);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getString(1);
      }
    } catch (SQLException failure) {
      prepare();
      throw failure;
    }
  }
}
