package dev.alidade.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.alidade.audit.AuditEvent;
import dev.alidade.base.Caller;
import dev.alidade.base.MovableClock;
import dev.alidade.edge.http.HttpDoor;
import dev.alidade.edge.http.HttpSettings;
import dev.alidade.edge.http.ProtectedResource;
import dev.alidade.edge.http.ResourceSettings;
import dev.alidade.edge.mcp.McpHttpDoor;
import dev.alidade.edge.mcp.McpServer;
import dev.alidade.edge.mcp.SampleMcp;
import dev.alidade.identity.Household;
import dev.alidade.identity.Identities;
import dev.alidade.identity.IdentityFeature;
import dev.alidade.identity.issuer.Issuers;
import dev.alidade.identity.issuer.TinyIssuer;
import dev.alidade.operation.Json;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Denials;
import dev.alidade.policy.LimitKind;
import dev.alidade.policy.Limits;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import dev.alidade.store.Database;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of an issuer at REST and MCP. */
class TokensAtTheDoorsTest {
  private static final String METADATA =
      "http://localhost:8484/.well-known/oauth-protected-resource";
  private static final String INITIALIZE =
      """
      {"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": {
        "protocolVersion": "2025-11-25", "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"}}}""";

  record Nothing() {}

  private final MovableClock clock = new MovableClock();
  private final List<AuditEvent> events = new CopyOnWriteArrayList<>();
  private TinyIssuer issuer;
  private Identities identities;
  private LocalServer server;

  @TempDir Path folder;

  @BeforeEach
  void start() throws Exception {
    issuer = new TinyIssuer(clock);
    identities =
        new Identities(
            List.of(Household.configured("wendy", Set.of("analyst"), "wendys-api-key")),
            new Issuers(List.of(issuer.trusted()), clock),
            Database.open(folder),
            events::add,
            clock);
    AccessRules rules =
        new AccessRules(
            List.of(role("viewer", Right.READ), role("analyst", Right.READ, Right.WRITE)),
            List.of(),
            "");
    List<Operation<?, ?>> operations = new ArrayList<>();
    operations.add(operation("look", Right.READ));
    operations.add(operation("alter", Right.WRITE));
    operations.add(operation("rule", Right.ADMINISTER));
    operations.addAll(
        new IdentityFeature(identities, new Household.Roles(), events::add, clock).operations());
    OperationRegistry registry = new OperationRegistry(operations, rules::of, events::add, clock);
    HttpSettings settings = new HttpSettings("1.2.3", Set.of(), identities, () -> true);
    ResourceSettings resource =
        new ResourceSettings(URI.create("http://localhost:8484"), List.of(issuer.address()));
    McpServer mcp = SampleMcp.of(registry);
    server =
        new LocalServer(
            router -> {
              new ProtectedResource(resource, settings).mount(router);
              new McpHttpDoor(mcp, settings).mount(router);
              new HttpDoor(registry, settings).mount(router);
            });
  }

  @AfterEach
  void stop() {
    server.close();
    identities.close();
    issuer.close();
  }

  private static Role role(String name, Right... rights) {
    return new Role(
        name,
        Set.of(rights),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Denials.NONE,
        Limits.of("role", Map.of(LimitKind.REQUESTS_PER_MINUTE, 20L)),
        Set.of());
  }

  private static Operation<Nothing, Nothing> operation(String name, Right right) {
    return Operation.named(name, Nothing.class, Nothing.class)
        .title(name)
        .description("Does it.")
        .right(right)
        .handledBy((input, invocation) -> new Nothing());
  }

  private JWTClaimsSet.Builder analyst(String scope) {
    return issuer
        .claims()
        .claim("scope", scope)
        .claim("realm_access", Map.of("roles", List.of("data-team")));
  }

  private HttpResponse<String> rest(String operation, String token) throws Exception {
    return server.send(
        server.post("/api/v1/" + operation, "{}").header("Authorization", "Bearer " + token));
  }

  private HttpRequest.Builder mcp(String body) {
    return server.post("/mcp", body).header("Accept", "application/json, text/event-stream");
  }

  private static String challenge(HttpResponse<String> response) {
    assertThat(response.headers().allValues("WWW-Authenticate")).hasSize(1);
    return response.headers().firstValue("WWW-Authenticate").orElseThrow();
  }

  @Test
  void metadataSayWhoseTokensCount() throws Exception {
    for (String path : List.of("", "/mcp")) {
      HttpResponse<String> response =
          server.send(server.to("/.well-known/oauth-protected-resource" + path));
      JsonNode metadata = Json.mapper().readTree(response.body());

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(metadata.get("resource").asText()).isEqualTo("http://localhost:8484" + path);
      assertThat(metadata.get("authorization_servers")).hasSize(1);
      assertThat(metadata.get("authorization_servers").get(0).asText()).isEqualTo(issuer.address());
      assertThat(metadata.get("scopes_supported"))
          .extracting(JsonNode::asText)
          .containsExactly("alidade:read", "alidade:write", "alidade:admin");
      assertThat(metadata.get("bearer_methods_supported").get(0).asText()).isEqualTo("header");
      assertThat(metadata.get("resource_name").asText()).isEqualTo("Alidade");
    }
  }

  @Test
  void whoShowsNothingIsToldWhereToGetAToken() throws Exception {
    HttpResponse<String> mcp = server.send(mcp(INITIALIZE));
    HttpResponse<String> rest = server.send(server.post("/api/v1/look", "{}"));

    assertThat(mcp.statusCode()).isEqualTo(401);
    assertThat(challenge(mcp))
        .isEqualTo(
            "Bearer resource_metadata=\"%s/mcp\", scope=\"alidade:read\"".formatted(METADATA));
    assertThat(rest.statusCode()).isEqualTo(401);
    assertThat(challenge(rest))
        .isEqualTo("Bearer resource_metadata=\"%s\", scope=\"alidade:read\"".formatted(METADATA));
  }

  @Test
  void aWrongTokenIsSaidToBeWrongAtBothDoors() throws Exception {
    String expired = issuer.token(issuer.claims().expirationTime(Date.from(Instant.EPOCH)));
    HttpResponse<String> rest = rest("look", expired);
    HttpResponse<String> mcp =
        server.send(mcp(INITIALIZE).header("Authorization", "Bearer " + expired));

    for (HttpResponse<String> response : List.of(rest, mcp)) {
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(challenge(response)).startsWith("Bearer error=\"invalid_token\", resource_meta");
      assertThat(response.body()).contains("it is expired").doesNotContain(expired);
    }
    assertThat(rest("look", "wrong-key").statusCode()).isEqualTo(401);
    identities.close();
    assertThat(events)
        .filteredOn(AuditEvent.SignIn.class::isInstance)
        .extracting(event -> ((AuditEvent.SignIn) event).method())
        .containsExactlyInAnyOrder("token", "api_key");
    assertThat(events.toString()).doesNotContain(expired);
  }

  @Test
  void tokensInTheAddressDoNotCount() throws Exception {
    String token = issuer.token(issuer.claims());

    HttpResponse<String> response =
        server.send(server.post("/api/v1/look?access_token=" + token, "{}"));

    assertThat(response.statusCode()).isEqualTo(401);
  }

  @Test
  void aCallerOfATokenIsKnownByItsNameAndWay() throws Exception {
    JsonNode me = Json.mapper().readTree(rest("who_am_i", issuer.token(issuer.claims())).body());

    assertThat(me.get("name").asText()).isEqualTo("acme:ada");
    assertThat(me.get("method").asText()).isEqualTo("token");
    assertThat(me.get("roles").get(0).asText()).isEqualTo("viewer");
    HttpResponse<String> key = rest("who_am_i", "wendys-api-key");
    assertThat(key.body()).contains("\"wendy\"", "api_key");
    assertThat(rest("who_am_i", issuer.token(issuer.claims().subject("wendy"))).body())
        .contains("acme:wendy");
  }

  @Test
  void scopesNarrowWhatRolesGrantAndNeverWidenIt() throws Exception {
    assertThat(rest("look", issuer.token(analyst("alidade:read"))).statusCode()).isEqualTo(200);
    HttpResponse<String> stepUp = rest("alter", issuer.token(analyst("alidade:read")));
    assertThat(stepUp.statusCode()).isEqualTo(403);
    assertThat(challenge(stepUp))
        .isEqualTo(
            "Bearer error=\"insufficient_scope\", scope=\"alidade:write\", resource_metadata=\"%s\""
                .formatted(METADATA));
    assertThat(stepUp.body()).contains("INSUFFICIENT_SCOPE", "alidade:write");
    assertThat(rest("alter", issuer.token(analyst("alidade:write"))).statusCode()).isEqualTo(200);
    assertThat(rest("alter", issuer.token(analyst("alidade:admin"))).statusCode()).isEqualTo(200);

    HttpResponse<String> none = rest("look", issuer.token(analyst("openid")));
    assertThat(none.statusCode()).isEqualTo(403);
    assertThat(challenge(none)).contains("scope=\"alidade:read\"");

    // The roles do not grant it, so no other token of this caller would help.
    HttpResponse<String> denied = rest("rule", issuer.token(analyst("alidade:admin")));
    assertThat(denied.statusCode()).isEqualTo(403);
    assertThat(denied.body()).contains("PERMISSION_DENIED");
    assertThat(denied.headers().firstValue("WWW-Authenticate")).isEmpty();
    assertThat(
            rest("rule", issuer.token(issuer.claims().claim("scope", "alidade:read")))
                .headers()
                .firstValue("WWW-Authenticate"))
        .isEmpty();
  }

  @Test
  void anIssuerThatIsDownIsSaidSo() throws Exception {
    issuer.close();

    HttpResponse<String> response = rest("look", issuer.token(issuer.claims()));

    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(response.body()).contains("ISSUER_UNAVAILABLE", "`acme`");
    assertThat(rest("look", "wendys-api-key").statusCode()).isEqualTo(200);
  }

  @Test
  void anIssuerThatIsSilentKeepsNobodyElseWaiting() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    issuer.answerKeys(
        exchange -> {
          asked.countDown();
          await(over);
        });
    HttpRequest slow =
        server
            .post("/api/v1/look", "{}")
            .header("Authorization", "Bearer " + issuer.token(issuer.claims()))
            .build();
    CompletableFuture<HttpResponse<String>> waiting =
        server.client().sendAsync(slow, HttpResponse.BodyHandlers.ofString());
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
    Instant begun = Instant.now();
    try {
      assertThat(rest("look", "wendys-api-key").statusCode()).isEqualTo(200);

      assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(2));
      assertThat(waiting).isNotDone();
      assertThat(waiting.get(15, TimeUnit.SECONDS).statusCode()).isEqualTo(502);
    } finally {
      over.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void ratesCountByTheNameOfTheToken() throws Exception {
    for (int call = 0; call < 20; call++) {
      assertThat(rest("look", issuer.token(issuer.claims())).statusCode()).isEqualTo(200);
    }
    assertThat(rest("look", issuer.token(issuer.claims())).statusCode()).isEqualTo(429);
    assertThat(rest("look", issuer.token(issuer.claims().subject("eve"))).statusCode())
        .isEqualTo(200);
  }

  @Test
  void whatIsDoneLaterIsDoneForTheCallerOfTheLatestToken() throws Exception {
    assertThat(identities.caller("acme:ada")).isEmpty();
    rest("look", issuer.token(analyst("alidade:read").claim("region", "west")));
    identities.close();

    Caller remembered = identities.caller("acme:ada").orElseThrow();
    assertThat(remembered.roles()).isEqualTo(Set.of("viewer", "analyst"));
    assertThat(remembered.attributes()).isEqualTo(Map.of("region", "west"));
    clock.forward(26 * 3_600);
    assertThat(identities.caller("acme:ada")).isEmpty();
  }

  @Test
  void theMcpDoorTakesTokens() throws Exception {
    HttpResponse<String> response =
        server.send(
            mcp(INITIALIZE).header("Authorization", "Bearer " + issuer.token(issuer.claims())));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("\"alidade\"");
  }

  @Test
  void theMcpDoorSaysWhichScopeATokenLacks() throws Exception {
    String reads = issuer.token(analyst("alidade:read"));
    String session =
        server
            .send(mcp(INITIALIZE).header("Authorization", "Bearer " + reads))
            .headers()
            .firstValue("Mcp-Session-Id")
            .orElseThrow();
    HttpResponse<String> stepUp = call(session, "alter", reads);

    assertThat(stepUp.statusCode()).isEqualTo(403);
    assertThat(challenge(stepUp))
        .isEqualTo(
            "Bearer error=\"insufficient_scope\", scope=\"alidade:write\", resource_metadata=\"%s/mcp\""
                .formatted(METADATA));
    assertThat(Json.mapper().readTree(stepUp.body()).get("error").get("message").asText())
        .contains("alidade:write");
    assertThat(call(session, "look", reads).statusCode()).isEqualTo(200);
    // What another token would allow is listed; what the roles deny is not.
    String listed =
        server
            .send(
                mcp("{\"jsonrpc\": \"2.0\", \"id\": 2, \"method\": \"tools/list\"}")
                    .header("Mcp-Session-Id", session)
                    .header("Authorization", "Bearer " + reads))
            .body();
    assertThat(listed).contains("\"alter\"").doesNotContain("\"rule\"");
    assertThat(call(session, "alter", issuer.token(analyst("alidade:write"))).body())
        .contains("\"content\"")
        .doesNotContain("isError");
    assertThat(
            server
                .send(
                    mcp(INITIALIZE)
                        .header("Authorization", "Bearer " + issuer.token(analyst("openid"))))
                .statusCode())
        .isEqualTo(403);
  }

  private HttpResponse<String> call(String session, String tool, String token) throws Exception {
    return server.send(
        mcp("""
            {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {
              "name": "%s", "arguments": {}}}"""
                .formatted(tool))
            .header("Mcp-Session-Id", session)
            .header("Authorization", "Bearer " + token));
  }
}
