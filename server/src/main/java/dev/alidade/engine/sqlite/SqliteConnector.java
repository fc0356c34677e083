package dev.alidade.engine.sqlite;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/** Opens connections to files, within the limits that hold for all of them. */
final class SqliteConnector {
  /** The largest value and the longest row that the engine builds, in bytes. */
  static final int LARGEST_VALUE = 64 * 1024 * 1024;

  private static final int LARGEST_PROGRAM = 1_000_000;

  /**
   * Pages that a session keeps, in KiB, taken as they are read: rows that an index finds lie
   * scattered, and the engine's 2 MB read and check the same pages again and again.
   */
  private static final int CACHE = 64 * 1024;

  /** Above this many bytes the engine, with all its sessions, takes no memory for more pages. */
  private static final long CACHES = 512L * 1024 * 1024;

  /** How long a session waits while another program writes. */
  static final Duration BUSY = Duration.ofSeconds(5);

  private SqliteConnector() {}

  /** Opens a file, for reading only unless it {@code writes}. */
  static SQLiteConnection connect(Path file, boolean writes) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(!writes);
    config.enableLoadExtension(false);
    config.setBusyTimeout((int) BUSY.toMillis());
    SQLiteConnection connection =
        (SQLiteConnection)
            config.createConnection(
                "jdbc:sqlite:file:" + escape(file) + (writes ? "?mode=rw" : "?mode=ro"));
    try {
      connection.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
      connection.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, LARGEST_VALUE);
      connection.setLimit(SQLiteLimits.SQLITE_LIMIT_VDBE_OP, LARGEST_PROGRAM);
      connection.setLimit(SQLiteLimits.SQLITE_LIMIT_WORKER_THREADS, 0);
      try (Statement statement = connection.createStatement()) {
        SqliteHash.addTo(connection);
        statement.execute("PRAGMA query_only = " + (writes ? 0 : 1));
        statement.execute("PRAGMA trusted_schema = 0");
        statement.execute("PRAGMA cell_size_check = 1");
        statement.execute("PRAGMA cache_size = -" + CACHE);
        statement.execute("PRAGMA soft_heap_limit = " + CACHES);
        // The first read tells whether the file is a database at all.
        statement.execute("SELECT count(*) FROM sqlite_schema");
      }
      return connection;
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    }
  }

  // The name travels as a URI, in which ? and # would begin something else.
  private static String escape(Path file) {
    StringBuilder escaped = new StringBuilder();
    String path = file.toString().replace('\\', '/');
    for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          (unit >= 'a' && unit <= 'z')
              || (unit >= 'A' && unit <= 'Z')
              || (unit >= '0' && unit <= '9')
              || "/._-~".indexOf(unit) >= 0;
      escaped.append(plain ? String.valueOf((char) unit) : "%%%02X".formatted(unit & 0xff));
    }
    return escaped.toString();
  }
}
