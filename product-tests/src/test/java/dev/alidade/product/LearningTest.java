package dev.alidade.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole circle: an unknown word, a proposal, its effect, an approval, a verified answer. */
class LearningTest {
  private static RunningProduct product;
  private static Rest rest;

  @BeforeAll
  static void start() throws Exception {
    product = RunningProduct.serving();
    rest = new Rest(product);
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  void whatPeopleSayIsLearnedOnceSomebodyApproves() throws Exception {
    McpCalls mcp = McpCalls.open(product);
    JsonNode lost = rest.call("ask", input("question", "How many punters are there?"));
    assertThat(lost.path("status").asText()).isEqualTo("abstain");
    String conversation = lost.path("conversation").asText();
    tool(
        mcp,
        "ask",
        input("question", "How many customers are there?", "conversation", conversation));

    JsonNode synonym = waiting().get(0);
    assertThat(synonym.path("what").asText()).isEqualTo("\"punters\" means the table customers");
    String id = synonym.path("proposal").asText();
    JsonNode effect = tool(mcp, "evaluate_proposal", input("proposal", id));
    assertThat(effect.path("summary").asText()).contains("Verified questions");
    assertThat(
            mcp.call("approve_proposal", input("proposal", id)).at("/result/isError").asBoolean())
        .isTrue();
    assertThat(command("approve-proposal", id).path("state").asText()).isEqualTo("approved");

    JsonNode understood = rest.call("ask", input("question", "How many punters are in Seattle?"));
    assertThat(understood.at("/trust/label").asText()).isEqualTo("inferred");
    JsonNode thanked =
        command(
            "give-feedback",
            "right",
            "--conversation",
            understood.path("conversation").asText(),
            "--turn",
            understood.path("turn").asText());
    String question = thanked.at("/proposal/proposal").asText();
    assertThat(
            rest.call("evaluate_proposal", input("proposal", question)).at("/answer/now").asText())
        .isEqualTo("right");
    rest.call("approve_proposal", input("proposal", question));

    String other = input("question", "How many punters are in Portland?");
    JsonNode verified = rest.call("ask", other);
    assertThat(verified.at("/trust/label").asText()).isEqualTo("verified");
    assertThat(verified.at("/trust/approval/by").asText()).isEqualTo("local");
    assertThat(verified.path("rows"))
        .isEqualTo(
            rest.call(
                    "query",
                    input(
                        "source",
                        "shop",
                        "sql",
                        "SELECT count(*) FROM customers WHERE city = 'Portland'"))
                .path("rows"));
    assertThat(tool(mcp, "ask", other).path("rows")).isEqualTo(verified.path("rows"));
    assertThat(command("ask", "How many punters are in Portland?").at("/trust/label").asText())
        .isEqualTo("verified");
  }

  private static JsonNode waiting() throws Exception {
    return rest.call("list_proposals", input("state", "pending")).path("proposals");
  }

  private static JsonNode tool(McpCalls mcp, String name, String input) throws Exception {
    return mcp.call(name, input).at("/result/structuredContent");
  }

  private static String input(String... pairs) {
    ObjectNode input = Rest.JSON.createObjectNode();
    for (int at = 0; at < pairs.length; at += 2) {
      input.put(pairs[at], pairs[at + 1]);
    }
    return input.toString();
  }

  private static JsonNode command(String... words) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--format", "json", "--server", product.address()));
    Process process =
        Launcher.command(Launcher.temporaryFolder("state"), arguments)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(printed).isZero();
    return Rest.JSON.readTree(printed);
  }
}
