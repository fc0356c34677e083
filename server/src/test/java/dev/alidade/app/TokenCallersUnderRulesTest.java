package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.alidade.edge.LocalServer;
import dev.alidade.edge.http.ResourceSettings;
import dev.alidade.identity.issuer.TinyIssuer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever comes with a token is under the same rules as a caller of the configuration. */
class TokenCallersUnderRulesTest {
  private static final String CONFIGURATION =
      """
      callers:
        - { name: ada, roles: [admin], api-key: adas-configured-key }
        - { name: wendy, roles: [analyst], attributes: { region: east }, api-key: wendys-configured-key }
      roles:
        - { name: analyst, rights: [read, write], sources: [crm] }
      policies:
        - { source: crm, table: customers, roles: [analyst], rows: "region = {caller.region}" }
      issuers:
        - name: acme
          issuer: "%s"
          audience: "%s"
          attributes: { region: address.region }
          roles-claim: groups
          roles-map: { data: analyst, board: admin }
      """;
  private static final String QUERY =
      "{\"source\":\"crm\",\"sql\":\"SELECT name FROM customers ORDER BY name\"}";

  @TempDir private Path folder;
  private TinyIssuer issuer;
  private RulesHouse house;
  private LocalServer server;

  @BeforeEach
  void start() throws Exception {
    issuer = new TinyIssuer(Clock.systemUTC());
    house = new RulesHouse(folder, CONFIGURATION.formatted(issuer.address(), TinyIssuer.AUDIENCE));
    ResourceSettings resource =
        new ResourceSettings(URI.create("http://localhost:8484"), List.of(issuer.address()));
    server =
        new LocalServer(
            router ->
                new Doors(house.product(), false).mount(router, Set.of(), Optional.of(resource)));
  }

  @AfterEach
  void stop() {
    server.close();
    house.close();
    issuer.close();
  }

  private JWTClaimsSet.Builder analyst(String subject, String region) {
    return issuer
        .claims()
        .subject(subject)
        .claim("scope", "alidade:write")
        .claim("groups", List.of("data", "others"))
        .claim("address", Map.of("region", region));
  }

  private HttpResponse<String> rest(String operation, String body, String token) throws Exception {
    return server.send(
        server.post("/api/v1/" + operation, body).header("Authorization", "Bearer " + token));
  }

  @Test
  void policiesReadTheirAttributes() throws Exception {
    assertThat(rest("query", QUERY, issuer.token(analyst("ada", "west"))).body())
        .contains("Ada")
        .doesNotContain("Eve");
    assertThat(rest("query", QUERY, issuer.token(analyst("ada", "east"))).body())
        .contains("Eve")
        .doesNotContain("\"Ada\"");
    HttpResponse<String> nowhere =
        rest("query", QUERY, issuer.token(analyst("ada", "west").claim("address", null)));
    assertThat(nowhere.body()).doesNotContain("Eve", "\"Ada\"");
  }

  @Test
  void aNameOfTheConfigurationIsNotTheirs() throws Exception {
    HttpResponse<String> query = rest("query", QUERY, issuer.token(analyst("wendy", "west")));
    assertThat(query.body()).contains("Ada").doesNotContain("Eve");
    assertThat(rest("list_roles", "{}", issuer.token(analyst("ada", "west"))).statusCode())
        .isEqualTo(403);
    assertThat(
            rest("query", QUERY, issuer.token(issuer.claims().claim("groups", List.of("nothing"))))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void theAuditNamesThem() throws Exception {
    rest("query", QUERY, issuer.token(analyst("ada", "west")));
    String board =
        issuer.token(
            issuer.claims().claim("scope", "alidade:admin").claim("groups", List.of("board")));

    HttpResponse<String> found = rest("search_audit", "{\"caller\": \"acme:ada\"}", board);

    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(found.body()).contains("\"caller\":\"acme:ada\"", "SELECT name FROM customers");
    assertThat(
            rest(
                    "search_audit",
                    "{}",
                    issuer.token(issuer.claims().claim("groups", List.of("board"))))
                .headers()
                .firstValue("WWW-Authenticate")
                .orElseThrow())
        .contains("scope=\"alidade:admin\"");
  }

  @Test
  void mcpReadsTheSameRows() throws Exception {
    String token = issuer.token(analyst("ada", "west"));
    String call =
        """
        {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "query",
          "arguments": %s, "_meta": {
            "io.modelcontextprotocol/protocolVersion": "2026-07-28",
            "io.modelcontextprotocol/clientCapabilities": {}}}}"""
            .formatted(QUERY);

    HttpResponse<String> response =
        server.send(
            server
                .post("/mcp", call)
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", "query")
                .header("Authorization", "Bearer " + token));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("Ada").doesNotContain("Eve");
  }
}
