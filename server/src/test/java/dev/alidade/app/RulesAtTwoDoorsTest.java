package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.edge.LocalServer;
import dev.alidade.operation.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is saved at one door holds at another, in a session that was open before. */
class RulesAtTwoDoorsTest {
  private static final String CALLERS =
      """
      callers:
        - { name: ada, roles: [admin], api-key: adas-configured-key }
        - { name: wendy, roles: [analyst], attributes: { region: west }, api-key: wendys-configured-key }
      """;
  private static final String ADA = "adas-configured-key";
  private static final String WENDY = "wendys-configured-key";
  private static final String INITIALIZE =
      """
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18",
       "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";

  @TempDir private Path folder;

  @Test
  void rulesThatRestSavesHoldAtMcp() throws Exception {
    try (RulesHouse house = new RulesHouse(folder, CALLERS);
        LocalServer server =
            new LocalServer(
                router ->
                    new Doors(house.product(), false).mount(router, Set.of(), Optional.empty()))) {
      String session =
          send(server.post("/mcp", INITIALIZE), server, WENDY)
              .headers()
              .firstValue("Mcp-Session-Id")
              .orElseThrow();
      String query =
          "{\"name\":\"query\",\"arguments\":{\"source\":\"crm\",\"sql\":\"SELECT email FROM customers\"}}";
      assertThat(mcp(server, session, "tools/call", query)).contains("eve@x");
      String find = "{\"name\":\"find_operations\"}";
      assertThat(mcp(server, session, "tools/list", "{}")).contains("describe_source");
      assertThat(mcp(server, session, "tools/call", find)).contains("search_audit: ");

      JsonNode role =
          rest(
              server,
              "save_role",
              "{\"name\":\"analyst\",\"operations\":[\"query\"],\"confirm\":true}");
      assertThat(role.at("/notices").toString()).contains("nothing else");
      rest(
          server,
          "save_policy",
          "{\"source\":\"crm\",\"table\":\"customers\",\"rows\":\"region = {caller.region}\",\"masks\":{\"email\":\"redact\"}}");

      assertThat(mcp(server, session, "tools/call", query))
          .contains("***")
          .doesNotContain("eve@x", "ada@x");
      assertThat(mcp(server, session, "tools/list", "{}"))
          .contains("\"query\"")
          .doesNotContain("save_role", "describe_source\"");
      assertThat(mcp(server, session, "tools/call", find))
          .contains("query: ")
          .doesNotContain("search_audit", "describe_source");
      HttpResponse<String> refused =
          send(server.post("/api/v1/save_role", "{\"name\":\"mine\"}"), server, WENDY);
      assertThat(refused.statusCode()).isEqualTo(403);
    }
  }

  private static String mcp(LocalServer server, String session, String method, String parameters)
      throws Exception {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"%s\",\"params\":%s}"
            .formatted(method, parameters);
    return send(server.post("/mcp", body).header("Mcp-Session-Id", session), server, WENDY).body();
  }

  private static JsonNode rest(LocalServer server, String operation, String input)
      throws Exception {
    HttpResponse<String> response = send(server.post("/api/v1/" + operation, input), server, ADA);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Json.mapper().readTree(response.body());
  }

  private static HttpResponse<String> send(
      HttpRequest.Builder request, LocalServer server, String key) throws Exception {
    return server.send(request.header("Authorization", "Bearer " + key));
  }
}
