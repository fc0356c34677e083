package dev.alidade.ask;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.Caller;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conversations of examples/shop, each turn's rows against those of its SQL. */
class ConversationSuiteTest {
  private static final Path SUITE = Path.of("../examples/shop/conversations.jsonl");
  @TempDir private static Path folder;
  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = Shop.sample(folder);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  /** Turns that are right where an answer is given, and how many are. */
  @ParameterizedTest
  @CsvSource({"tune, 95", "check, 70"})
  void answersTheTurns(String split, int least) throws Exception {
    AskService service = shop.service();
    int turns = 0;
    int answered = 0;
    List<String> wrong = new ArrayList<>();
    int right = 0;
    for (JsonNode conversation : suite(split)) {
      String id = "";
      for (JsonNode turn : conversation.path("turns")) {
        AskInput input = AskInput.of(turn.path("say").asText());
        AskOutput answer =
            service.ask(id.isEmpty() ? input : input.in(id), Invocation.of(Caller.LOCAL));
        id = answer.conversation();
        turns++;
        boolean same = same(answer, turn.path("sql").asText());
        right += same ? 1 : 0;
        if (answer.status() == AskStatus.ANSWERED) {
          answered++;
          if (!same) {
            wrong.add(turn.path("say").asText() + " -> " + answer.sql().orElse(""));
          }
        }
      }
    }
    System.out.printf(
        "conversations %s: %d turns, %d answered, %d right, wrong: %s%n",
        split, turns, answered, right, wrong);
    assertThat(100 * right / turns).as(wrong.toString()).isGreaterThanOrEqualTo(least);
  }

  private static List<JsonNode> suite(String split) throws Exception {
    List<JsonNode> conversations = new ArrayList<>();
    for (String line : Files.readAllLines(SUITE)) {
      JsonNode conversation = Json.mapper().readTree(line);
      if (conversation.path("split").asText().equals(split)) {
        conversations.add(conversation);
      }
    }
    return conversations;
  }

  private static boolean same(AskOutput answer, String gold) {
    boolean ordered = gold.contains("ORDER BY") && !gold.contains("IN (SELECT");
    return texts(answer.rows(), ordered).equals(texts(shop.rows(gold), ordered));
  }

  private static List<String> texts(List<List<Object>> rows, boolean ordered) {
    Stream<String> texts =
        rows.stream()
            .limit(1_000)
            .map(row -> row.stream().map(ConversationSuiteTest::text).toList().toString());
    return (ordered ? texts : texts.sorted()).toList();
  }

  private static String text(Object cell) {
    return cell instanceof Number number
        ? new BigDecimal(number.toString()).setScale(4, RoundingMode.HALF_UP).toPlainString()
        : String.valueOf(cell);
  }
}
