package dev.alidade.engine.duckdb.isolated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverFolderTest {
  @TempDir private Path folder;

  @Test
  void whatTheLauncherUnpackedIsUsedWhereItLies() throws Exception {
    Path archive =
        Files.copy(
            WorkerProgram.placeOf(DuckDBDriver.class),
            folder.resolve("org.duckdb.duckdb_jdbc-1.jar"));
    Files.copy(
        WorkerProgram.placeOf(org.sqlite.JDBC.class),
        folder.resolve("org.xerial.sqlite-jdbc-1.jar"));

    Process unpacking =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    Path.of("../scripts/launcher/UnpackLibraries.java").toString(),
                    folder.toString()))
            .inheritIO()
            .start();
    assertThat(unpacking.waitFor()).isZero();

    DriverFolder unpacked = DriverFolder.of(archive);
    assertThat(unpacked).isEqualTo(new DriverFolder(folder, archive));
    try (JarFile left = new JarFile(archive.toFile())) {
      assertThat(left.stream().filter(entry -> entry.getName().startsWith("libduckdb_java")))
          .hasSize(3);
      assertThat(left.getEntry("org/duckdb/DuckDBDriver.class")).isNotNull();
    }
    assertThat(folder.resolve(System.mapLibraryName("sqlitejdbc"))).isNotEmptyFile();
    assertThat(answerOf(archive)).isEqualTo("42");
  }

  /** What the driver answers in a JVM that has nothing else. */
  private String answerOf(Path archive) throws IOException, InterruptedException {
    Path program =
        Files.writeString(
            folder.resolve("Ask.java"),
            """
            void main() throws Exception {
              try (var connection = java.sql.DriverManager.getConnection("jdbc:duckdb:");
                  var row = connection.createStatement().executeQuery("SELECT 42")) {
                row.next();
                System.out.print(row.getString(1));
              }
            }
            """);
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Process asking =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                archive.toString(),
                program.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(asking.waitFor()).isZero();
    assertThat(temporary).isEmptyDirectory();
    return said;
  }
}
