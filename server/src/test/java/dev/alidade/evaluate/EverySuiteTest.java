package dev.alidade.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import dev.alidade.engine.duckdb.DuckDbFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that fills the tables of docs/accuracy.md. */
class EverySuiteTest {
  @TempDir private Path folder;
  private Path page;

  @BeforeEach
  void make() throws SQLException, IOException {
    Path databases = Files.createDirectory(folder.resolve("databases"));
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + databases.resolve("farm.duckdb"));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE cow (name VARCHAR, age INTEGER)");
      statement.execute("INSERT INTO cow VALUES ('Ada', 3), ('Bo', 5)");
    }
    Files.writeString(
        folder.resolve("spider-check.jsonl"),
        """
        {"id": "1", "database": "farm", "question": "How many cows are there?", "sql": "SELECT count(*) FROM cow", "reworded": "Count the cattle."}
        {"id": "2", "database": "farm", "question": "Which secret is kept?", "sql": "SELECT max(age) FROM cow"}
        """);
    page = Files.writeString(folder.resolve("page.md"), "# Ours\n" + marks() + "\n## Below\n");
  }

  @Test
  void writesTotalsBetweenTheMarksAndIntoTheHistory() throws IOException {
    Path history = folder.resolve("history.tsv");
    String printed =
        run("--all", folder.toString(), "--into", page.toString(), "--history", history.toString());
    run("--all", folder.toString(), "--history", history.toString());

    String written = Files.readString(page);
    assertThat(written)
        .startsWith("# Ours\n" + FigurePage.BEGIN)
        .endsWith(FigurePage.END + "\n## Below\n")
        .contains(printed)
        .containsPattern("(?m)^\\| spider-check \\| 2 \\| 50.0 % \\|")
        .containsPattern("(?m)^\\| spider-check, reworded \\| 2 \\|")
        .containsPattern(
            "(?m)^\\| spider-check, accuracy \\| 70 % \\| 78 % \\| 50.0 % \\| 20.0 points")
        .contains("Why readings of spider-check are wrong", "Calibration error")
        .doesNotContain("secret", "SELECT", "farm");
    assertThat(Files.readAllLines(history))
        .hasSize(5)
        .first()
        .isEqualTo("day\tset\tquestions\taccuracy\tcoverage\tprecision\tanswered wrongly");
    run("--all", folder.toString(), "--into", page.toString());
    assertThat(Files.readString(page)).containsOnlyOnce("### Against the goals");
  }

  @Test
  void aPageWithoutAPlaceForFiguresIsLeftAlone() throws IOException {
    Files.writeString(page, "# Ours\n");
    assertThatThrownBy(() -> run("--all", folder.toString(), "--into", page.toString()))
        .isInstanceOf(AlidadeException.class)
        .hasMessageContaining("no place for figures");
    assertThat(page).hasContent("# Ours\n");
  }

  private String run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new EvaluateCommand(
            file -> new DuckDbFactory(),
            sample -> folder,
            ignored -> {
              throw new AssertionError("no model is asked");
            },
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(PrintStream.nullOutputStream()))
        .run(List.of(words));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String marks() {
    return FigurePage.BEGIN + "\nold\n" + FigurePage.END;
  }
}
