package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.ask.model.Provider;
import dev.alidade.ask.model.ScriptedModel;
import dev.alidade.engine.sqlite.SqliteFile;
import dev.alidade.evaluate.EvaluateCommand;
import dev.alidade.operation.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model is measured by one command, from its configuration to its cost in the report. */
class ModelEvaluationTest {
  private static final String COUNT =
      "{\"plans\": [{\"confidence\": 1, \"plan\": {\"kind\": \"select\", \"tables\":"
          + " [{\"table\": \"%s\"}], \"outputs\": [{\"expression\": {\"kind\": \"aggregate\","
          + " \"function\": \"count\"}}]}}]}";

  @TempDir private Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

  @BeforeEach
  void makeSuite() throws IOException {
    Path databases = Files.createDirectories(folder.resolve("databases"));
    SqliteFile.create(
        databases.resolve("zoo.sqlite"),
        List.of(
            "CREATE TABLE animals (animal_id INTEGER PRIMARY KEY, name TEXT)",
            "CREATE TABLE keepers (keeper_id INTEGER PRIMARY KEY, name TEXT)",
            "INSERT INTO animals VALUES (1, 'Rex'), (2, 'Kim')",
            "INSERT INTO keepers VALUES (1, 'Ada')"));
    List<String> lines = new ArrayList<>();
    for (String question : List.of("How many gizmos?", "How many gadgets?", "How many widgets?")) {
      lines.add(
          Json.mapper()
              .writeValueAsString(
                  Map.of(
                      "id",
                      "zoo-" + lines.size(),
                      "database",
                      "zoo",
                      "question",
                      question,
                      "sql",
                      "SELECT count(*) FROM animals")));
    }
    Files.write(folder.resolve("suite.jsonl"), lines);
  }

  @Test
  void scoresWhatTheModelSaysAndWhatItCosts() throws IOException {
    try (ScriptedModel server = ScriptedModel.of(Provider.OPENAI)) {
      server.says(
          COUNT.formatted("animals"),
          COUNT.formatted("keepers"),
          new ScriptedModel.Step.Status(401, List.of(), "{}"));
      run(server, "tested");
      assertThat(server.asked()).hasSize(3);
    }

    JsonNode report = Json.mapper().readTree(folder.resolve("report.json").toFile());
    assertThat(report.path("questions").asInt()).isEqualTo(3);
    assertThat(report.path("correct").asInt()).isEqualTo(1);
    assertThat(report.path("answered").asInt()).isEqualTo(2);
    assertThat(report.at("/spent/input_tokens").asLong())
        .isEqualTo(2 * ScriptedModel.TOKENS.input());
    assertThat(report.at("/spent/output_tokens").asLong())
        .isEqualTo(2 * ScriptedModel.TOKENS.output());
    // 2,400 tokens at 3 and 160 at 15 a million.
    assertThat(report.at("/spent/cost").decimalValue()).isEqualByComparingTo("0.0096");
    assertThat(progress.toString(StandardCharsets.UTF_8))
        .contains("1 times: The model `tested` rejects the key (401)");
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("tokens     2400 in, 160 out; cost 0.009600");
  }

  @Test
  void theCommandOfTheGuideRuns() throws IOException {
    String command =
        Files.readString(Path.of("../docs/guides/models.md"))
            .lines()
            .filter(line -> line.startsWith("./alidade eval "))
            .findFirst()
            .orElseThrow();
    List<String> words = new ArrayList<>(List.of(command.split(" ")).subList(2, 9));
    assertThat(words).endsWith("--model", "claude");
    words.set(0, "../" + words.getFirst());
    words.addAll(List.of("--every", "200", "--quiet"));
    try (ScriptedModel server = ScriptedModel.of(Provider.OPENAI)) {
      server.says(COUNT.formatted("orders"));
      evaluate(server, "claude", source -> SampleData.file(source, folder), words);
      assertThat(server.asked()).hasSize(1);
    }

    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("tokens     1200 in, 80 out");
  }

  @Test
  void saysWhichModelsThereAre() {
    try (ScriptedModel server = ScriptedModel.of(Provider.OPENAI)) {
      assertThatThrownBy(() -> run(server, "testet"))
          .hasMessageContaining("No model `testet`; did you mean `tested`?");
    }
  }

  private void run(ScriptedModel server, String model) throws IOException {
    evaluate(
        server,
        "tested",
        source -> folder,
        List.of(
            folder.resolve("suite.jsonl").toString(),
            "--databases",
            folder.resolve("databases").toString(),
            "--model",
            model,
            "--report",
            folder.resolve("report.json").toString()));
  }

  private void evaluate(
      ScriptedModel server, String name, Function<String, Path> samples, List<String> words)
      throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("alidade.yaml"),
            """
            models:
              - { name: %s, provider: openai, model: m, base-url: "%s", api-key: "${KEY}",
                  price: { input: 3, output: 15 }, cap: { day: 1 } }
            """
                .formatted(name, server.address()));
    Environment environment =
        new Environment(Map.of("KEY", "sk-1", "ALIDADE_STATE", folder.resolve("state").toString()));
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of("--config", config.toString()));
    new EvaluateCommand(
            Registry::suiteDatabase,
            samples,
            file -> ConfiguredModels.open(file, environment),
            new PrintStream(printed, true, StandardCharsets.UTF_8),
            new PrintStream(progress, true, StandardCharsets.UTF_8))
        .run(all);
  }
}
