package dev.alidade.engine.mysql;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a server's data, filled with the system tables by mariadbd itself. */
final class MariaDbFolder {
  private static final List<String> SYSTEM_TABLES =
      List.of(
          "mysql_system_tables.sql",
          "mysql_performance_tables.sql",
          "mysql_system_tables_data.sql");

  private final Path folder;
  private final Path program;

  private MariaDbFolder(Path folder, Path program) {
    this.folder = folder;
    this.program = program;
  }

  static MariaDbFolder create() {
    try {
      MariaDbFolder made =
          new MariaDbFolder(Files.createTempDirectory("mariadb"), MariaDbFolder.program());
      made.fill();
      return made;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Process start(int port, List<String> options) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + folder.resolve("socket"),
                "--pid-file=" + folder.resolve("pid"),
                "--init-file=" + folder.resolve("accounts.sql"),
                "--skip-name-resolve",
                "--character-set-server=utf8mb4",
                "--skip-log-bin",
                "--max-connections=300",
                "--max-allowed-packet=64M",
                "--innodb-buffer-pool-size=64M",
                "--innodb-flush-log-at-trx-commit=0"));
    all.addAll(options);
    try {
      Process process = process("log", all).start();
      process.getOutputStream().close();
      return process;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Path data() {
    return folder.resolve("data");
  }

  String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException failure) {
      return failure.getMessage();
    }
  }

  void delete() {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void fill() throws IOException {
    Files.createDirectory(data());
    Files.writeString(
        folder.resolve("accounts.sql"),
        "CREATE USER IF NOT EXISTS '%1$s'@'%%' IDENTIFIED BY '%2$s';%nGRANT ALL ON *.* TO '%1$s'@'%%' WITH GRANT OPTION;%n"
            .formatted(
                MariaDbServer.USER,
                MariaDbServer.PASSWORD.replace("\\", "\\\\").replace("'", "\\'")));
    Process process = process("bootstrap.log", List.of("--bootstrap", "--skip-log-bin")).start();
    try (OutputStream statements = process.getOutputStream()) {
      statements.write(
          "CREATE DATABASE IF NOT EXISTS mysql;\nUSE mysql;\nSET @auth_root_socket=NULL;\n"
              .getBytes(StandardCharsets.UTF_8));
      for (String file : SYSTEM_TABLES) {
        Files.copy(share().resolve(file), statements);
      }
    }
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(Files.readString(folder.resolve("bootstrap.log")));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private ProcessBuilder process(String log, List<String> options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--no-defaults",
                "--datadir=" + data(),
                "--tmpdir=" + folder,
                "--innodb-log-file-size=4M",
                "--innodb-flush-method=nosync",
                "--innodb-temp-data-file-path=ibtmp1:4M:autoextend"));
    if (System.getProperty("user.name").equals("root")) {
      command.add("--user=root");
    }
    command.addAll(options);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(log).toFile());
  }

  private Path share() throws IOException {
    Process help =
        new ProcessBuilder(program.toString(), "--no-defaults", "--verbose", "--help")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (Stream<String> lines = help.inputReader().lines()) {
      String charsets =
          lines
              .filter(line -> line.startsWith("character-sets-dir"))
              .map(line -> line.substring("character-sets-dir".length()).strip())
              .findFirst()
              .orElseThrow();
      return Path.of(charsets).getParent();
    }
  }

  private static Path program() {
    String path = System.getenv("PATH") + File.pathSeparator + "/usr/sbin";
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, "mariadbd"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "mariadbd is missing: install MariaDB's server (Debian: mariadb-server-core)"));
  }
}
