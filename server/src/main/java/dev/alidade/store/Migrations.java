package dev.alidade.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The migrations that come with the product. To find out that a database has them all takes Flyway
 * longer than most of a start, so the database is marked with what they were.
 */
final class Migrations {
  private static final String FOLDER = "dev/alidade/store";

  private final int mark;

  private Migrations(int mark) {
    this.mark = mark;
  }

  /** Those on the class path. */
  static Migrations builtIn() {
    try {
      Path place =
          Path.of(Migrations.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new Migrations(
          markOf(Files.isDirectory(place) ? inFolder(place.resolve(FOLDER)) : inArchive(place)));
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Brings a database to the current schema; {@code open} is a connection to it. */
  void bringTo(DataSource database, Connection open) throws SQLException {
    if (markOf(open) == mark) {
      return;
    }
    Flyway.configure().dataSource(database).locations("classpath:" + FOLDER).load().migrate();
    try (Statement statement = open.createStatement()) {
      statement.execute("PRAGMA user_version = " + mark);
    }
  }

  private static int markOf(Connection open) throws SQLException {
    try (Statement statement = open.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  /** Another number for other names or contents, and never that of a database without a mark. */
  private static int markOf(Map<String, Long> contents) {
    CRC32 sum = new CRC32();
    contents.forEach(
        (name, content) ->
            sum.update((name + " " + content + "\n").getBytes(StandardCharsets.UTF_8)));
    return (int) sum.getValue() | 1;
  }

  private static Map<String, Long> inArchive(Path archive) throws IOException {
    try (JarFile jar = new JarFile(archive.toFile())) {
      Map<String, Long> contents = new TreeMap<>();
      jar.stream()
          .filter(entry -> isMigration(entry.getName()))
          .forEach(entry -> contents.put(entry.getName(), entry.getCrc()));
      return contents;
    }
  }

  private static Map<String, Long> inFolder(Path folder) throws IOException {
    Map<String, Long> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = FOLDER + "/" + file.getFileName();
        if (isMigration(name)) {
          contents.put(name, sumOf(file));
        }
      }
    }
    return contents;
  }

  private static boolean isMigration(String name) {
    return name.startsWith(FOLDER + "/V") && name.endsWith(".sql");
  }

  private static long sumOf(Path file) throws IOException {
    CRC32 sum = new CRC32();
    try (InputStream content = Files.newInputStream(file)) {
      sum.update(content.readAllBytes());
    }
    return sum.getValue();
  }
}
