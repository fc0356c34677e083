package dev.alidade.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alidade.edge.cli.CliDoor;
import dev.alidade.edge.cli.Terminal;
import dev.alidade.edge.cli.Workplace;
import dev.alidade.edge.http.HttpDoor;
import dev.alidade.edge.http.HttpSettings;
import dev.alidade.edge.mcp.McpHttpDoor;
import dev.alidade.edge.mcp.McpServer;
import dev.alidade.edge.mcp.McpStdio;
import dev.alidade.edge.mcp.SampleMcp;
import dev.alidade.identity.Household;
import dev.alidade.operation.Authenticator;
import dev.alidade.operation.Credential;
import dev.alidade.operation.Entrance;
import dev.alidade.operation.OperationRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All doors to one household; knocking at one gives what it says. */
final class Doorways implements AutoCloseable {
  enum Door {
    REST,
    REST_EVENTS,
    OPENAPI,
    WEB,
    MCP,
    MCP_STDIO,
    CLI_TO_SERVER,
    CLI_IN_PROCESS
  }

  /** The code of the failure or "ok", and all that was said. */
  record Outcome(String code, String words) {}

  private static final String INITIALIZE =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\","
          + "\"params\":{\"protocolVersion\":\"2025-11-25\"}}";
  private static final String CALL =
      "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\","
          + "\"params\":{\"name\":\"%s\",\"arguments\":%s,"
          + "\"_meta\":{\"dev.alidade/structured\":true}}}";

  private final Household house;
  private final McpServer mcp;
  private final LocalServer server;

  Doorways(Household house) throws Exception {
    this.house = house;
    mcp = SampleMcp.of(house.operations);
    HttpSettings settings = new HttpSettings("1", Set.of(), house.identities, () -> true);
    server =
        new LocalServer(
            router -> {
              new McpHttpDoor(mcp, settings).mount(router);
              new HttpDoor(house.operations, settings).mount(router);
            });
  }

  /** Shows a token; an empty one is none. */
  Outcome knock(Door door, String token) throws Exception {
    return switch (door) {
      case REST -> http(bearing(echo(), token));
      case REST_EVENTS -> http(bearing(echo().header("Accept", "text/event-stream"), token));
      case OPENAPI -> http(bearing(server.to("/openapi.json"), token));
      case WEB -> http(fromOwnPage(echo(), token));
      case MCP -> http(bearing(server.post("/mcp", INITIALIZE), token));
      case MCP_STDIO -> stdio(token);
      case CLI_TO_SERVER -> cli(token, "--server", address());
      case CLI_IN_PROCESS -> cli(token, "--data", "x");
    };
  }

  private HttpRequest.Builder echo() {
    return server.post("/api/v1/echo", "{\"text\":\"hi\"}");
  }

  String address() {
    return server.to("").build().uri().toString();
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return server.send(request);
  }

  HttpRequest.Builder post(String path, String body) {
    return server.post(path, body);
  }

  HttpRequest.Builder fromOwnPage(HttpRequest.Builder request, String token) {
    request.header("Origin", address());
    int port = server.to("").build().uri().getPort();
    return token.isEmpty()
        ? request
        : request.header("Cookie", "alidade_session_" + port + "=" + token);
  }

  private static HttpRequest.Builder bearing(HttpRequest.Builder request, String token) {
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private Outcome http(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> response = server.send(request);
    if (response.statusCode() == 200) {
      return new Outcome("ok", response.body());
    }
    boolean isChallenged =
        response.statusCode() != 401
            || response.headers().firstValue("WWW-Authenticate").equals(Optional.of("Bearer"));
    if (!isChallenged) {
      throw new AssertionError("401 without a challenge: " + response.body());
    }
    return new Outcome(code(new ObjectMapper().readTree(response.body())), response.body());
  }

  private static String code(JsonNode body) {
    return body.at("/error/code").isTextual()
        ? body.at("/error/code").asText()
        : body.at("/error/data/code").asText("ok");
  }

  private Outcome stdio(String token) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Credential credential = Credential.ofKey(Entrance.here("mcp"), key(token));
    new McpStdio(mcp, house.identities, credential)
        .serve(
            new ByteArrayInputStream((INITIALIZE + "\n").getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8));
    String said = out.toString(StandardCharsets.UTF_8);
    return new Outcome(code(new ObjectMapper().readTree(said)), said);
  }

  private static Optional<String> key(String token) {
    return Optional.of(token).filter(text -> !text.isEmpty());
  }

  private Outcome cli(String token, String... where) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(List.of("echo", "hi"));
    arguments.addAll(List.of(where));
    int code =
        new CliDoor(
                new Here(token),
                Map.of(),
                new Terminal(false, false, 100, false),
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8))
            .run(arguments, List.of());
    String said = errors.toString(StandardCharsets.UTF_8);
    return switch (code) {
      case 0 -> new Outcome("ok", said);
      case 3 -> new Outcome("UNAUTHENTICATED", said);
      default -> new Outcome("exit " + code, said);
    };
  }

  /** Opens a session of MCP over HTTP and gives its id. */
  String openMcp(String token) throws Exception {
    return server
        .send(bearing(server.post("/mcp", INITIALIZE), token))
        .headers()
        .firstValue("Mcp-Session-Id")
        .orElseThrow();
  }

  HttpResponse<String> callMcp(String session, String token) throws Exception {
    return callMcp(session, token, "echo", "{\"text\":\"hi\"}");
  }

  HttpResponse<String> callMcp(String session, String token, String tool, String input)
      throws Exception {
    HttpRequest.Builder call = server.post("/mcp", CALL.formatted(tool, input));
    return server.send(bearing(call.header("Mcp-Session-Id", session), token));
  }

  HttpResponse<String> rest(String operation, String input, String token) throws Exception {
    return server.send(bearing(server.post("/api/v1/" + operation, input), token));
  }

  @Override
  public void close() {
    server.close();
  }

  /** The household without a server. */
  private final class Here implements Workplace {
    private final String token;

    Here(String token) {
      this.token = token;
    }

    @Override
    public OperationRegistry declarations() {
      return house.operations;
    }

    @Override
    public Optional<String> apiKey() {
      return key(token);
    }

    @Override
    public Open openData(List<String> paths) {
      return new Open() {
        @Override
        public OperationRegistry operations() {
          return house.operations;
        }

        @Override
        public Authenticator authenticator() {
          return house.identities;
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public Open openConfig(String file) {
      return openData(List.of(file));
    }
  }
}
