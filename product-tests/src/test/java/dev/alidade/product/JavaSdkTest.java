package dev.alidade.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.CompleteRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.PromptReference;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The official Java SDK, which speaks the revisions with sessions. */
class JavaSdkTest {
  private static final String FIXTURES = "--mcp-fixtures";
  // A program reads data; a model would read text.
  private static final String DATA_WANTED = "dev.alidade/structured";
  private static final Path DATA = ShopFiles.write();
  private static RunningProduct product;

  private final List<String> steps = new CopyOnWriteArrayList<>();
  private final List<String> questions = new CopyOnWriteArrayList<>();

  /** What carries the messages. */
  enum Way {
    HTTP,
    STDIO
  }

  @BeforeAll
  static void start() throws Exception {
    product = RunningProduct.serving(List.of(FIXTURES), DATA);
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  private static McpClientTransport transport(Way way) {
    return switch (way) {
      case HTTP ->
          HttpClientStreamableHttpTransport.builder(product.address()).endpoint("/mcp").build();
      case STDIO -> {
        List<String> command = new ArrayList<>(Launcher.prefix());
        command.addAll(List.of("mcp", FIXTURES, DATA.toString()));
        yield new StdioClientTransport(
            new ServerParameters.Builder(command.getFirst())
                .args(command.subList(1, command.size()))
                .build(),
            McpJsonDefaults.getMapper());
      }
    };
  }

  private McpSyncClient open(Way way) {
    McpSyncClient client =
        McpClient.sync(transport(way))
            .requestTimeout(Duration.ofMinutes(1))
            .initializationTimeout(Duration.ofMinutes(2))
            .capabilities(ClientCapabilities.builder().elicitation().build())
            .elicitation(this::answer)
            .progressConsumer(step -> steps.add(step.message()))
            .build();
    client.initialize();
    return client;
  }

  private ElicitResult answer(ElicitFormRequest request) {
    questions.add(request.message());
    return new ElicitResult(ElicitResult.Action.ACCEPT, Map.of("name", "Ada"));
  }

  private static CallToolResult query(McpSyncClient client, String sql) {
    return client.callTool(
        new CallToolRequest(
            "query", Map.of("source", "files", "sql", sql), Map.of(DATA_WANTED, true)));
  }

  private static JsonNode fields(CallToolResult result) {
    return Rest.JSON.valueToTree(result.structuredContent());
  }

  private static String text(CallToolResult result) {
    return ((TextContent) result.content().getFirst()).text();
  }

  @ParameterizedTest
  @EnumSource
  void callsTools(Way way) {
    try (McpSyncClient client = open(way)) {
      assertThat(client.getCurrentInitializationResult().protocolVersion()).isEqualTo("2025-11-25");
      assertThat(client.getServerInfo().name()).isEqualTo("alidade");
      assertThat(client.listTools().tools()).extracting(Tool::name).contains("ask", "query");
      assertThat(
              fields(query(client, "SELECT count(*) AS n FROM customers")).at("/rows/0/0").asInt())
          .isEqualTo(ShopFiles.CUSTOMERS);
      CallToolResult wrong = query(client, "SELECT regoin FROM customers");
      assertThat(wrong.isError()).isTrue();
      assertThat(text(wrong)).contains("COLUMN_NOT_FOUND", "regoin");
      assertThatThrownBy(() -> client.callTool(new CallToolRequest("qery", Map.of(), Map.of())))
          .hasMessageContaining("did you mean `query`");
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsOfStepsAndAnswersQuestions(Way way) {
    try (McpSyncClient client = open(way)) {
      CallToolResult answer =
          client.callTool(
              new CallToolRequest(
                  "ask",
                  Map.of("question", "How many customers are there?"),
                  Map.of("progressToken", "steps", DATA_WANTED, true)));
      assertThat(fields(answer).at("/rows/0/0").asInt()).isEqualTo(ShopFiles.CUSTOMERS);
      assertThat(steps).contains("understood", "planned");
      CallToolResult greeting =
          client.callTool(
              new CallToolRequest("test_input_required_result_elicitation", Map.of(), Map.of()));
      assertThat(text(greeting)).isEqualTo("Hello, Ada!");
      assertThat(questions).containsExactly("What is your name?");
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsResourcesAndPrompts(Way way) {
    try (McpSyncClient client = open(way)) {
      assertThat(client.listResources().resources())
          .extracting(Resource::uri)
          .contains("alidade://files/orders");
      assertThat(read(client, "alidade://files/orders").text()).contains("customer_id");
      assertThat(read(client, "ui://alidade/chart").mimeType())
          .isEqualTo("text/html;profile=mcp-app");
      assertThat(client.listPrompts().prompts()).isNotEmpty();
      assertThat(
              client
                  .getPrompt(
                      GetPromptRequest.builder("test_prompt_with_arguments")
                          .arguments(Map.of("arg1", "one", "arg2", "two"))
                          .build())
                  .messages())
          .isNotEmpty();
      assertThat(
              client
                  .completeCompletion(
                      CompleteRequest.builder(
                              new PromptReference("test_prompt_with_arguments"),
                              new CompleteRequest.CompleteArgument("arg1", ""))
                          .build())
                  .completion()
                  .values())
          .isNotNull();
    }
  }

  private static TextResourceContents read(McpSyncClient client, String uri) {
    return (TextResourceContents)
        client.readResource(ReadResourceRequest.builder(uri).build()).contents().getFirst();
  }
}
