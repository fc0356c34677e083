package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.Caller;
import dev.alidade.edge.Tokens;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.Outcome;
import dev.alidade.edge.mcp.tool.ListedTools;
import dev.alidade.edge.mcp.tool.Listing;
import dev.alidade.edge.mcp.tool.SampleExchanges;
import dev.alidade.edge.mcp.tool.ToolSettings;
import dev.alidade.edge.mcp.tool.Toolset;
import dev.alidade.edge.mcp.tool.WholeResults;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.operation.Json;
import dev.alidade.operation.Operation;
import dev.alidade.policy.Denials;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the tools of the product cost, and that all can be reached through those that are listed.
 */
class ListedToolsTest {
  private static final int MOST_TOOLS = 8;
  private static final int MOST_TOKENS = 1_200;
  private static final Caller READER = new Caller("wendy", Set.of("reader"), Map.of(), "mcp");
  private static final Role ROLE =
      new Role(
          "reader",
          Set.of(Right.READ),
          Optional.of(Set.of("query", "check_sql", "list_sources")),
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          Denials.NONE);

  @TempDir Path state;
  private Surface product;

  @BeforeEach
  void open() {
    product =
        new Surface(
            new SourceDefinition("files", "duckdb", Map.of()),
            new AccessConfig(List.of(ROLE), List.of(), Map.of()),
            READER,
            state);
  }

  @AfterEach
  void close() {
    product.close();
  }

  private ListedTools tools(ToolSettings settings) {
    return new ListedTools(
        product.operations(),
        product.prepared().calls(),
        settings,
        new WholeResults(product.operations()));
  }

  private List<ObjectNode> listed(ToolSettings settings, Caller caller) {
    return tools(settings).list(SampleExchanges.of(caller, "tools/list"));
  }

  private static List<String> names(List<ObjectNode> tools) {
    return tools.stream().map(tool -> tool.get("name").asText()).toList();
  }

  private String call(Caller caller, String tool, String arguments) throws Exception {
    ObjectNode input = (ObjectNode) Json.mapper().readTree(arguments);
    Outcome outcome =
        tools(ToolSettings.USUAL).call(tool, input, SampleExchanges.of(caller, "tools/call"));
    return outcome instanceof Outcome.Complete(ObjectNode result)
        ? result.at("/content/0/text").asText()
        : outcome.toString();
  }

  @Test
  void isSmall() throws Exception {
    List<ObjectNode> tools = listed(ToolSettings.USUAL, Caller.LOCAL);
    String json =
        Json.mapper()
            .writeValueAsString(JsonRpc.object().set("tools", Json.mapper().valueToTree(tools)));

    System.out.printf(
        "tools/list: %d tools, %d tokens (o200k_base)%n", tools.size(), Tokens.in(json));
    assertThat(names(tools)).contains("ask", "query", "find_operations", "call_operation");
    assertThat(tools).hasSizeLessThanOrEqualTo(MOST_TOOLS);
    assertThat(Tokens.in(json)).isLessThanOrEqualTo(MOST_TOKENS);
  }

  @Test
  void showsNobodyWhatTheyMayNotCall() {
    assertThat(names(listed(ToolSettings.USUAL, READER)))
        .containsExactly("query", "list_sources", "find_operations", "call_operation");
  }

  @Test
  void findsAndCallsEveryOperationThatACallerMayCall() throws Exception {
    String all = call(Caller.LOCAL, "find_operations", "{}");
    for (Operation<?, ?> operation : product.operations().allowedTo(Caller.LOCAL.through("mcp"))) {
      assertThat(all).contains("\n" + operation.name() + ": " + operation.title());
      assertThat(
              call(
                  Caller.LOCAL,
                  "find_operations",
                  "{\"query\": \"%s\"}".formatted(operation.name())))
          .startsWith(operation.name() + ": " + operation.description())
          .contains("Input: {");
    }
    assertThat(
            call(Caller.LOCAL, "find_operations", "{\"query\": \"saved queries\"}")
                .lines()
                .limit(8))
        .anyMatch(line -> line.startsWith("list_queries: "));
    assertThat(call(Caller.LOCAL, "call_operation", "{\"operation\": \"who_am_i\"}"))
        .contains("name: local");
  }

  @Test
  void findsNothingThatACallerMayNotCall() throws Exception {
    assertThat(call(READER, "find_operations", "{}").lines().filter(line -> !line.startsWith("#")))
        .contains("check_sql: Check SQL")
        .noneMatch(line -> line.startsWith("ask:") || line.startsWith("save_role:"));
    assertThat(call(READER, "find_operations", "{\"query\": \"ask\"}")).doesNotContain("ask: ");
    assertThat(
            call(
                READER,
                "call_operation",
                "{\"operation\": \"ask\", \"arguments\": {\"question\": \"x\"}}"))
        .startsWith("PERMISSION_DENIED");
    assertThat(call(READER, "call_operation", "{\"operation\": \"qery\"}"))
        .startsWith("OPERATION_NOT_FOUND: No operation `qery`; did you mean `query`?");
  }

  @Test
  void listsWhatIsConfigured() {
    ToolSettings settings =
        new ToolSettings(
            new Listing.Named(List.of("explain_query", "query")),
            List.of(new Toolset(Set.of("reader"), new Listing.Named(List.of("check_sql", "ask")))),
            ToolSettings.PAGE);

    assertThat(names(listed(settings, Caller.LOCAL))).containsExactly("explain_query", "query");
    assertThat(names(listed(settings, READER))).containsExactly("check_sql");
    assertThat(names(listed(ToolSettings.EVERYTHING, READER)))
        .contains("check_sql", "query", "list_sources");
  }
}
