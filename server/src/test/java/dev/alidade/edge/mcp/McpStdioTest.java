package dev.alidade.edge.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alidade.edge.SampleOperations;
import dev.alidade.operation.Authenticator;
import dev.alidade.operation.Credential;
import dev.alidade.operation.Entrance;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class McpStdioTest {
  private final SampleOperations operations = new SampleOperations();

  private List<JsonNode> talk(String... lines) throws Exception {
    return talk((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private List<JsonNode> talk(byte[] input) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    McpServer server = SampleMcp.of(operations.registry());
    new McpStdio(server, Authenticator.OPEN, new Credential.None(Entrance.here("mcp")))
        .serve(new ByteArrayInputStream(input), new PrintStream(out, true, StandardCharsets.UTF_8));
    List<JsonNode> messages = new ArrayList<>();
    for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
      messages.add(new ObjectMapper().readTree(line));
    }
    return messages;
  }

  @Test
  void speaksAMessageALine() throws Exception {
    List<JsonNode> messages =
        talk(
            """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18"}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            {"jsonrpc":"2.0","id":"two","method":"tools/call","params":{"name":"echo",\
            "arguments":{"text":"a\\nb ü"}}}
            """);

    assertThat(messages).hasSize(2);
    assertThat(messages.get(0).at("/result/protocolVersion").asText()).isEqualTo("2025-06-18");
    assertThat(messages.get(0).at("/result/capabilities").has("resources")).isFalse();
    assertThat(messages.get(1).get("id").asText()).isEqualTo("two");
    assertThat(messages.get(1).at("/result/content/0/text").asText()).startsWith("text: a\\nb ü\n");
  }

  @Test
  void goesOnAfterWhatIsNoMessage() throws Exception {
    List<JsonNode> messages =
        talk("{\"jsonrpc\":", "", "[]", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}");

    assertThat(messages)
        .extracting(message -> message.at("/error/code").asInt())
        .containsExactlyInAnyOrder(-32700, -32600, 0);
  }

  @Test
  void refusesALineThatIsTooLong() throws Exception {
    byte[] input = new byte[(33 << 20) + 2];
    java.util.Arrays.fill(input, (byte) 'x');
    input[input.length - 1] = '\n';

    assertThat(talk(input))
        .singleElement()
        .satisfies(message -> assertThat(message.at("/error/code").asInt()).isEqualTo(-32700));
  }

  @Test
  void cancelsARequestThatIsTakenBack() throws Exception {
    List<JsonNode> messages =
        talk(
            """
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"wait"}}
            {"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}
            """);

    assertThat(messages).isEmpty();
    assertThat(operations.stopped.getCount()).isZero();
  }
}
