package dev.alidade.engine.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** Another process that has a database file open for writing. */
final class FileLock implements AutoCloseable {
  private final Process process;

  private FileLock(Process process) {
    this.process = process;
  }

  /** Returns when the other process has made the file, with a table {@code held}. */
  static FileLock hold(Path file) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                FileLock.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.getInputStream().read() < 0) {
      process.destroyForcibly();
      throw new IOException("the other process ended");
    }
    return new FileLock(process);
  }

  /** The other process: holds the file until its input ends. */
  public static void main(String[] arguments) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + arguments[0]);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE held AS SELECT 1 AS n");
      System.out.write('+');
      System.out.flush();
      System.in.readAllBytes();
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      process.waitFor();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
