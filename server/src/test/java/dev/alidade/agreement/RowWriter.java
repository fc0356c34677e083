package dev.alidade.agreement;

import java.sql.Connection;
import java.sql.SQLException;

/** Writes the rows of a table that is there, as fast as its engine allows with little effort. */
public interface RowWriter {
  /** Writes all rows of the table. */
  void write(CopiedTable table, Connection connection) throws SQLException;
}
