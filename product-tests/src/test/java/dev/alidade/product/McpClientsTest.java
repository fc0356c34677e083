package dev.alidade.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that others wrote: the official TypeScript SDK and the MCP Inspector. */
class McpClientsTest {
  private static final Path DATA = ShopFiles.write();
  private static RunningProduct product;

  /** What carries the messages. */
  enum Transport {
    HTTP,
    STDIO
  }

  @BeforeAll
  static void start() throws Exception {
    product = RunningProduct.serving(DATA);
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  private static String endpoint() {
    return product.address() + "/mcp";
  }

  /** The product on standard input and output. */
  private static List<String> stdio() {
    List<String> command = new ArrayList<>(Launcher.prefix());
    command.addAll(List.of("mcp", DATA.toString()));
    return command;
  }

  @Test
  void theSdkWorksOverHttp() throws Exception {
    assertThat(NodeClients.run("sdk.mjs", "http", endpoint())).contains("fail 0");
  }

  @Test
  void theSdkWorksOverStdio() throws Exception {
    List<String> arguments = new ArrayList<>(List.of("stdio"));
    arguments.addAll(stdio());
    assertThat(NodeClients.run("sdk.mjs", arguments.toArray(String[]::new))).contains("fail 0");
  }

  @ParameterizedTest
  @EnumSource
  void theInspectorListsTools(Transport transport) throws Exception {
    JsonNode tools = inspect(transport, "--method", "tools/list", "--strict").get("tools");

    assertThat(tools.findValuesAsText("name")).contains("ask", "query", "find_operations");
  }

  @ParameterizedTest
  @EnumSource
  void theInspectorCallsATool(Transport transport) throws Exception {
    JsonNode result =
        inspect(
            transport,
            "--method",
            "tools/call",
            "--tool-name",
            "query",
            "--tool-arg",
            "source=files",
            "--tool-arg",
            "sql=SELECT count(*) AS n FROM customers");

    assertThat(result.at("/content/0/text").asText())
        .startsWith("n\n" + ShopFiles.CUSTOMERS + "\n");
  }

  @ParameterizedTest
  @EnumSource
  void theInspectorReadsResourcesAndPrompts(Transport transport) throws Exception {
    assertThat(inspect(transport, "--method", "resources/list").get("resources")).hasSize(2);
    JsonNode read =
        inspect(transport, "--method", "resources/read", "--uri", "alidade://files/orders");
    assertThat(read.at("/contents/0/text").asText()).contains("customer_id");
    assertThat(inspect(transport, "--method", "prompts/list").get("prompts")).isNotEmpty();
  }

  private static JsonNode inspect(Transport transport, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of(NodeClients.node(), NodeClients.inspector(), "--cli"));
    switch (transport) {
      case HTTP -> command.add(endpoint());
      case STDIO -> command.addAll(stdio());
    }
    command.addAll(List.of(arguments));
    // A busy machine starts the product more slowly than the inspector waits by itself.
    command.addAll(List.of("--connect-timeout", "60000"));
    String printed = Finished.output(new ProcessBuilder(command), 120);
    // What a server on standard output writes beside messages stands before the result.
    return Rest.JSON.readTree(printed.substring(printed.indexOf('{')));
  }
}
