package dev.alidade.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an agent sends, it learns what to write instead and the server goes on. */
class McpBadInputTest {
  private static RunningProduct product;
  private static McpCalls mcp;

  @BeforeAll
  static void start() throws Exception {
    product = RunningProduct.serving(ShopFiles.write());
    mcp = McpCalls.open(product);
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @AfterEach
  void itGoesOn() throws Exception {
    JsonNode result = mcp.call("query", Rest.statement("SELECT count(*) FROM customers"));
    assertThat(result.at("/result/structuredContent/rows/0/0").asInt())
        .isEqualTo(ShopFiles.CUSTOMERS);
  }

  @ParameterizedTest
  @MethodSource("dev.alidade.product.BadInput#all")
  void saysWhatIsWrongInTheResult(BadInput input) throws Exception {
    JsonNode result = mcp.call(input.operation(), input.json()).get("result");

    assertThat(result.get("isError").asBoolean()).isTrue();
    assertThat(result.at("/_meta/dev.alidade~1error/code").asText())
        .as(result.toString())
        .isEqualTo(input.code());
    assertThat(result.at("/content/0/text").asText())
        .startsWith(input.code())
        .contains(input.words())
        .doesNotContain("Exception", "\tat ", "dev.alidade");
  }

  @Test
  void refusesWhatIsNoMessage() throws Exception {
    for (String body : new String[] {"", "{", "7", "[]", "{}", "[".repeat(100_000), "\0\1"}) {
      HttpResponse<String> response = mcp.send(body);
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(Rest.JSON.readTree(response.body()).at("/error/code").asInt())
          .isIn(-32700, -32600);
    }
  }

  @Test
  void refusesAMessageThatIsTooLarge() throws Exception {
    assertThat(mcp.send("\"" + "x".repeat(34 << 20) + "\"").statusCode()).isEqualTo(413);
  }

  @Test
  void refusesUnknownToolsMethodsAndSessions() throws Exception {
    assertThat(mcp.call("qery", "{}").at("/error/code").asInt()).isEqualTo(-32602);
    assertThat(mcp.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/bake\"}").body())
        .contains("-32601");
    assertThat(
            product
                .send(
                    mcp.message("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}")
                        .setHeader("Mcp-Session-Id", "guess"))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void refusesPagesOfOtherOrigins() throws Exception {
    assertThat(
            product
                .send(
                    mcp.message("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}")
                        .setHeader("Origin", "http://localhost.evil.example"))
                .statusCode())
        .isEqualTo(403);
  }
}
