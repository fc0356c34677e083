package dev.alidade.store;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Our own database, brought to the current schema when it is opened. */
public final class Database {
  private final Path folder;
  private Jdbi jdbi;

  private Database(Path folder) {
    this.folder = folder;
  }

  /** Opens or creates the embedded database in {@code folder}. */
  public static Database open(Path folder) {
    Database database = new Database(folder);
    database.jdbi();
    return database;
  }

  /** The embedded database in {@code folder}, opened or created when it is first used. */
  public static Database openLater(Path folder) {
    return new Database(folder);
  }

  /** The way to read and write it. */
  public synchronized Jdbi jdbi() {
    if (jdbi == null) {
      jdbi = connect(folder);
    }
    return jdbi;
  }

  private static Jdbi connect(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException cause) {
      throw new AlidadeException(
          ErrorCode.FILE_UNREADABLE,
          "The state folder %s cannot be created; choose another with ALIDADE_STATE"
              .formatted(folder),
          cause);
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setBusyTimeout(10_000);
    config.enforceForeignKeys(true);
    SQLiteDataSource dataSource = new SQLiteDataSource(config);
    Path file = folder.resolve("alidade.sqlite");
    dataSource.setUrl("jdbc:sqlite:" + file);
    KeptConnections connections = new KeptConnections(dataSource);
    try {
      Connection first = connections.openConnection();
      Migrations.builtIn().bringTo(dataSource, first);
      connections.closeConnection(first);
    } catch (SQLException unreadable) {
      throw new AlidadeException(
          ErrorCode.FILE_UNREADABLE,
          "%s cannot be opened; is it Alidade's own database, and readable?".formatted(file),
          unreadable);
    }
    return Jdbi.create(connections);
  }
}
