package dev.alidade.engine.duckdb.gate;

import java.sql.SQLException;

/** DuckDB's parser and printer; neither looks at any table. */
public interface Grammar {
  /** The syntax tree as JSON, or a JSON object that says what is wrong with the text. */
  String parse(String sql) throws SQLException;

  /** The statement that a syntax tree prints as, and how that is read again. */
  Printed print(String tree) throws SQLException;
}
