package dev.alidade.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.ask.Shop;
import dev.alidade.engine.duckdb.DuckDbFactory;
import dev.alidade.operation.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our own suite over the sample source, and the command that scores it. */
class ShopSuiteTest {
  private static final Path SUITE = Path.of("../examples/shop/questions.jsonl");
  private static final List<SuiteQuestion> QUESTIONS = SuiteQuestion.read(SUITE);

  @TempDir private static Path folder;
  private static Shop shop;

  @BeforeAll
  static void make() {
    shop = Shop.sample(folder);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void asksThreeHundredDifferentQuestionsOfTheShop() {
    assertThat(QUESTIONS).hasSize(300);
    assertThat(QUESTIONS).extracting(SuiteQuestion::database).containsOnly("shop");
    assertThat(QUESTIONS).extracting(SuiteQuestion::id).doesNotHaveDuplicates();
    assertThat(QUESTIONS)
        .extracting(question -> question.question().toLowerCase(Locale.ROOT))
        .doesNotHaveDuplicates();
  }

  @Test
  void holdsOutEveryThirdQuestion() {
    for (int index = 0; index < QUESTIONS.size(); index++) {
      SuiteQuestion question = QUESTIONS.get(index);
      assertThat(question.split())
          .as(question.id())
          .isEqualTo(Optional.of(index % 3 == 2 ? "check" : "tune"));
    }
  }

  @Test
  void everyStatementFindsSomething() {
    assertThat(QUESTIONS)
        .allSatisfy(
            question ->
                assertThat(shop.rows(question.sql()))
                    .as(question.id())
                    .isNotEmpty()
                    .allMatch(row -> row.stream().anyMatch(Objects::nonNull)));
  }

  @Test
  void theCommandScoresASplitOnTheSample() throws IOException {
    Path report = folder.resolve("report.json");
    Path page = folder.resolve("report.html");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());

    new EvaluateCommand(
            file -> new DuckDbFactory(),
            name -> folder.resolve(name + ".duckdb"),
            ignored -> {
              throw new AssertionError("no model is asked");
            },
            printed,
            nowhere)
        .run(
            List.of(
                SUITE.toString(),
                "--source",
                "shop",
                "--split",
                "tune",
                "--every",
                "50",
                "--quiet",
                "--robustness",
                "--report",
                report.toString(),
                "--html",
                page.toString()));

    JsonNode written = Json.mapper().readTree(report.toFile());
    assertThat(written.fieldNames())
        .toIterable()
        .contains(
            "questions",
            "answered",
            "correct",
            "accuracy",
            "coverage",
            "precision",
            "by_pattern",
            "failures");
    assertThat(written.path("questions").asInt()).isEqualTo(4);
    assertThat(page).content().contains("4</dd>").doesNotContain("SELECT");
    assertThat(out.toString(StandardCharsets.UTF_8)).containsPattern("(?m)^all +4 ");
  }
}
