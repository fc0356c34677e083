package dev.alidade.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.ask.Reading;
import dev.alidade.ask.plan.Candidate;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.TableUse;
import dev.alidade.ask.plan.Words;
import dev.alidade.engine.duckdb.DuckDbFactory;
import dev.alidade.evaluate.cause.Cause;
import dev.alidade.sql.TableName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeTest {
  @TempDir private Path folder;
  private SuiteDatabase database;
  private Judge judge;

  @BeforeEach
  void make() throws SQLException {
    Path file = folder.resolve("farm.duckdb");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE cow (name VARCHAR, age INTEGER, barn VARCHAR)");
      statement.execute(
          "INSERT INTO cow VALUES ('Ada', 3, 'red'), ('Bo', 5, 'red'), ('Cy', 5, 'blue'),"
              + " ('Di', 7, 'green')");
    }
    database = new SuiteDatabase(new DuckDbFactory(), "farm", file, Optional.empty());
    judge = new Judge(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void rowsTellBeforeTheSqlDoes() {
    assertThat(cause("SELECT name, age FROM cow", "SELECT age, name FROM cow"))
        .isEqualTo(Cause.COLUMN_ORDER);
    assertThat(cause("SELECT name FROM cow", "SELECT age, name FROM cow"))
        .isEqualTo(Cause.EXTRA_COLUMNS);
    assertThat(cause("SELECT name, age FROM cow", "SELECT age FROM cow"))
        .isEqualTo(Cause.FEWER_COLUMNS);
    assertThat(cause("SELECT barn FROM cow", "SELECT DISTINCT barn FROM cow"))
        .isEqualTo(Cause.REPEATED_ROWS);
    assertThat(cause("SELECT name FROM cow ORDER BY age", "SELECT name FROM cow ORDER BY age DESC"))
        .isEqualTo(Cause.ROW_ORDER);
    assertThat(cause("SELECT name FROM cow WHERE age > 3", "SELECT name FROM cow WHERE age > 5"))
        .isEqualTo(Cause.OTHER_VALUE);
  }

  @Test
  void tiesMayBeCutAndSortedAnyWay() {
    String right = "SELECT name FROM cow ORDER BY age LIMIT 2";

    Verdict verdict =
        judge.judge(
            List.of(reading("SELECT name FROM cow WHERE name IN ('Ada', 'Cy') ORDER BY name")),
            right);

    assertThat(verdict.correct()).isFalse();
    assertThat(verdict.anyColumns()).isFalse();
    assertThat(verdict.anyChoice()).isTrue();
    assertThat(verdict.finding().orElseThrow().cause()).isEqualTo(Cause.TIED_ROWS);
    assertThat(
            cause(
                "SELECT name FROM cow ORDER BY age DESC, name LIMIT 2",
                "SELECT name FROM cow WHERE name IN ('Cy', 'Di') ORDER BY age DESC"))
        .as("a second key leaves no choice")
        .isEqualTo(Cause.EXTRA_CONDITION);
    for (String barn : List.of("blue", "green")) {
      assertThat(
              judge
                  .judge(
                      List.of(reading("SELECT '" + barn + "' AS barn")),
                      "SELECT barn FROM cow GROUP BY barn ORDER BY count(*) LIMIT 1")
                  .anyChoice())
          .as(barn)
          .isTrue();
    }
  }

  @Test
  void columnsInAnotherOrderAreRightWhereAnyOrderIs() {
    Verdict verdict =
        judge.judge(List.of(reading("SELECT age, name FROM cow")), "SELECT name, age FROM cow");

    assertThat(verdict.correct()).isFalse();
    assertThat(verdict.anyColumns()).isTrue();
    assertThat(verdict.anyChoice()).isTrue();
  }

  @Test
  void findsARightReadingBehindTheBestOne() {
    Verdict verdict =
        judge.judge(
            List.of(
                reading("SELECT barn FROM cow"),
                reading("SELECT age FROM cow"),
                reading("SELECT name FROM cow")),
            "SELECT name FROM cow");

    assertThat(verdict.finding().orElseThrow().rightPlace()).isEqualTo(3);
    assertThat(verdict.finding().orElseThrow().cause()).isEqualTo(Cause.SHOWN_SAME_TABLE);
  }

  @Test
  void nothingReadAndSqlThatFailsAreCausesToo() {
    assertThat(judge.judge(List.of(), "SELECT name FROM cow").finding().orElseThrow().cause())
        .isEqualTo(Cause.NO_READING);
    assertThat(cause("SELECT nothing FROM cow", "SELECT name FROM cow"))
        .isEqualTo(Cause.RIGHT_SQL_FAILS);
    assertThat(cause("SELECT name FROM cow", "SELECT nothing FROM cow"))
        .isEqualTo(Cause.READING_FAILS);
  }

  private Cause cause(String right, String read) {
    return judge.judge(List.of(reading(read)), right).finding().orElseThrow().cause();
  }

  private static Reading reading(String sql) {
    SelectPlan plan =
        new SelectPlan(
            List.of(new Output(Expression.Aggregate.countOfRows(Words.NONE), "cows")),
            false,
            List.of(new TableUse("cow", TableName.of("cow"), Words.NONE)),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty());
    Candidate candidate = new Candidate(plan, 1, Map.of(), List.of(), List.of());
    return new Reading("farm", candidate, sql, 0.9);
  }
}
