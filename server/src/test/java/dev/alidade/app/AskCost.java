package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.audit.AuditFolder;
import dev.alidade.audit.AuditLog;
import dev.alidade.audit.AuditSettings;
import dev.alidade.base.Caller;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What `ask` costs with the built-in planner on the sample data: the first time in a fresh JVM,
 * planned anew in a warm one, and again, beside the same SQL by `query`: {@code mvn -pl server test
 * -Dtest=AskCost}. It prints a table for docs/performance.md; machines are too noisy for it to be a
 * test.
 */
class AskCost {
  private static final int ROUNDS = Integer.getInteger("rounds", 30);
  private static final int QUESTIONS = 60;

  @TempDir private Path folder;

  @Test
  void printsWhatAskingCosts() throws IOException {
    AuditLog audit =
        new AuditLog(
            new AuditFolder(folder, Optional.empty()), AuditSettings.USUAL, Clock.systemUTC());
    Path file = Files.writeString(folder.resolve("alidade.yaml"), "sources: []\n");
    Config config = new ConfigReader(Registry.engines(), new Environment(Map.of())).read(file);
    try (Product product = Product.open(List.of(SampleData.shop(folder)), config, audit, folder)) {
      call(product, "describe_source", "{\"source\": \"shop\"}");
      List<String> questions = questions();
      List<String> answered = new ArrayList<>();
      List<String> statements = new ArrayList<>();
      List<Double> first = new ArrayList<>();
      for (String question : questions) {
        long start = System.nanoTime();
        JsonNode answer = ask(product, question);
        first.add((System.nanoTime() - start) / 1e6);
        if (answer.get("status").asText().equals("answered")) {
          answered.add(question);
          statements.add(answer.get("sql").asText());
        }
      }
      assertThat(answered).hasSizeGreaterThan(QUESTIONS / 2);
      List<Double> anew = new ArrayList<>();
      List<Double> again = new ArrayList<>();
      List<Double> queried = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        for (int index = 0; index < answered.size(); index++) {
          String question = answered.get(index);
          String statement = statements.get(index);
          String other = otherLetter(question, round);
          double planned = timed(() -> ask(product, other));
          double kept = timed(() -> ask(product, question));
          double run = timed(() -> query(product, statement));
          if (round >= ROUNDS / 2) {
            anew.add(planned);
            again.add(kept);
            queried.add(run);
          }
        }
      }
      System.out.println("milliseconds        p50      p95");
      print("ask, first", first);
      print("ask, planned", anew);
      print("ask, again", again);
      print("query", queried);
    }
  }

  private static double timed(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  /** The same question, which nobody has asked with just these letters. */
  private static String otherLetter(String question, int round) {
    int at = round % question.length();
    char letter = question.charAt(at);
    char other =
        Character.isUpperCase(letter)
            ? Character.toLowerCase(letter)
            : Character.toUpperCase(letter);
    return question.substring(0, at) + other + question.substring(at + 1);
  }

  private static void print(String what, List<Double> times) {
    Collections.sort(times);
    System.out.printf(
        "%-15s %8.2f %8.2f%n",
        what, times.get(times.size() / 2), times.get(times.size() * 95 / 100));
  }

  private static JsonNode ask(Product product, String question) {
    ObjectNode input = Json.mapper().createObjectNode().put("question", question);
    return call(product, "ask", input.put("source", "shop").toString());
  }

  private static void query(Product product, String sql) {
    ObjectNode input = Json.mapper().createObjectNode().put("sql", sql);
    call(product, "query", input.put("source", "shop").toString());
  }

  private static JsonNode call(Product product, String operation, String input) {
    try {
      return Json.mapper()
          .valueToTree(
              product
                  .operations()
                  .call(operation, Json.mapper().readTree(input), Invocation.of(Caller.LOCAL)));
    } catch (IOException malformed) {
      throw new IllegalArgumentException(input, malformed);
    }
  }

  private static List<String> questions() throws IOException {
    List<String> questions = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("../examples/shop/questions.jsonl"))) {
      JsonNode one = Json.mapper().readTree(line);
      if (one.path("split").asText().equals("tune") && questions.size() < QUESTIONS) {
        questions.add(one.get("question").asText());
      }
    }
    return questions;
  }
}
