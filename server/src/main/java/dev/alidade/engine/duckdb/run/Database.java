package dev.alidade.engine.duckdb.run;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** One open database: hands out connections that share it. */
public final class Database implements AutoCloseable {
  private final String name;
  private final DuckDBConnection root;
  private final String version;
  private volatile boolean closed;

  private Database(String name, DuckDBConnection root) throws SQLException {
    this.name = name;
    this.root = root;
    version = root.getMetaData().getDatabaseProductVersion();
  }

  /** Opens a file that nobody can write through it; settings are locked. */
  public static Database openReadOnly(String name, Path file, Path spill, Resources resources)
      throws SQLException {
    Properties properties = closedToTheOutside(resources);
    properties.setProperty("access_mode", "READ_ONLY");
    properties.setProperty("temp_directory", spill.toString());
    properties.setProperty(
        "allowed_configs",
        "['enable_progress_bar','enable_progress_bar_print','progress_bar_time']");
    properties.setProperty("lock_configuration", "true");
    return new Database(name, connect("jdbc:duckdb:" + file.toAbsolutePath(), properties));
  }

  /** Opens a file to write to it; settings are locked all the same. */
  public static Database openForWriting(String name, Path file, Path spill, Resources resources)
      throws SQLException {
    Properties properties = closedToTheOutside(resources);
    properties.setProperty("temp_directory", spill.toString());
    properties.setProperty("lock_configuration", "true");
    return new Database(name, connect("jdbc:duckdb:" + file.toAbsolutePath(), properties));
  }

  /** Opens an empty database in memory that only parses. */
  public static Database openParser(String name) throws SQLException {
    Properties properties = closedToTheOutside(Resources.PARSER);
    properties.setProperty("temp_directory", "");
    // It would call the parser once more to see whether what it says is constant.
    properties.setProperty("enable_optimizer", "false");
    properties.setProperty("lock_configuration", "true");
    return new Database(name, connect("jdbc:duckdb:", properties));
  }

  /** Creates a file to load data into, from files of this machine. */
  public static DuckDBConnection create(Path file, Path spill, Resources resources)
      throws SQLException {
    Properties properties = closedToTheOutside(resources);
    properties.setProperty("enable_external_access", "true");
    properties.setProperty("temp_directory", spill.toString());
    return connect("jdbc:duckdb:" + file.toAbsolutePath(), properties);
  }

  /** The version of the library, as it calls itself. */
  public String version() {
    return version;
  }

  /** A connection of its own, with nothing in its session. */
  public DuckDBConnection connect() throws SQLException {
    if (closed) {
      throw new AlidadeException(
          ErrorCode.SOURCE_UNAVAILABLE, "Source `%s` is closed".formatted(name));
    }
    return root.duplicate();
  }

  /** A connection that tells how far its queries are; it costs them a little. */
  DuckDBConnection connectMeasured() throws SQLException {
    DuckDBConnection connection = connect();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "SET enable_progress_bar = true; SET enable_progress_bar_print = false;"
              + " SET progress_bar_time = 0");
      return connection;
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      root.close();
    } catch (SQLException failure) {
      throw new AlidadeException(
          ErrorCode.ENGINE_FAILED, "Source `%s` did not close".formatted(name), failure);
    }
  }

  private static Properties closedToTheOutside(Resources resources) {
    Properties properties = new Properties();
    properties.setProperty("jdbc_stream_results", "true");
    properties.setProperty("jdbc_instance_cache", "false");
    properties.setProperty("enable_external_access", "false");
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty("allow_community_extensions", "false");
    properties.setProperty("allow_persistent_secrets", "false");
    properties.setProperty("errors_as_json", "true");
    // What most people still write, x -> x + 1, beside the new lambda x: x + 1.
    properties.setProperty("lambda_syntax", "ENABLE_SINGLE_ARROW");
    properties.setProperty("threads", Integer.toString(resources.threads()));
    // What a query has freed goes back to the system also where no other query comes after it.
    properties.setProperty("allocator_background_threads", "true");
    properties.setProperty("memory_limit", resources.memoryMegabytes() + "MB");
    return properties;
  }

  private static DuckDBConnection connect(String url, Properties properties) throws SQLException {
    // The driver itself: to look for it would load those of all other engines.
    return (DuckDBConnection) new DuckDBDriver().connect(url, properties);
  }
}
