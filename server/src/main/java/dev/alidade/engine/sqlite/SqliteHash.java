package dev.alidade.engine.sqlite;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
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
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((key + text).getBytes(StandardCharsets.UTF_8));
      result(HexFormat.of().formatHex(digest));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
