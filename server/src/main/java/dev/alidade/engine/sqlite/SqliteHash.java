package dev.alidade.engine.sqlite;

import dev.alidade.base.Sha256;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.Function;

/** The SHA-256 of two texts, one after the other, which the engine lacks. */
final class SqliteHash extends Function {
  /** What it is called; no caller may call it, only views do. */
  static final String NAME = "alidade_sha256";

  static void addTo(Connection connection) throws SQLException {
    Function.create(connection, NAME, new SqliteHash(), 2, Function.FLAG_DETERMINISTIC);
  }

  @Override
  protected void xFunc() throws SQLException {
    String key = value_text(0);
    String text = value_text(1);
    if (key == null || text == null) {
      result();
      return;
    }
    result(Sha256.hex(key + text));
  }
}
