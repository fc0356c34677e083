package dev.alidade.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.audit.AuditEvent;
import dev.alidade.audit.AuditFilter;
import dev.alidade.audit.AuditFolder;
import dev.alidade.audit.AuditItem;
import dev.alidade.audit.AuditLog;
import dev.alidade.audit.AuditSearch;
import dev.alidade.audit.AuditSettings;
import dev.alidade.base.Trace;
import dev.alidade.edge.http.HttpDoor;
import dev.alidade.edge.http.HttpSettings;
import dev.alidade.edge.mcp.McpHttpDoor;
import dev.alidade.edge.mcp.SampleMcp;
import dev.alidade.operation.Authenticator;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.policy.AccessRules;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trace that a call is part of goes into the audit, from every door. */
class TraceAtTheDoorsTest {
  private static final String ID = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "00-" + ID + "-00f067aa0ba902b7-01";
  private static final String OTHER = "00-4bf92f3577b34da6a3ce929d0e0e4736-b7ad6b7169203331-01";
  private static final String CALL =
      """
      {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {
        "name": "forget", "arguments": {}, "_meta": {%s}}}""";

  @TempDir Path folder;
  private final List<AuditEvent> events = new CopyOnWriteArrayList<>();
  private AuditFolder audited;
  private AuditLog audit;
  private LocalServer server;

  @BeforeEach
  void start() throws Exception {
    audited = new AuditFolder(folder, Optional.empty());
    audit = new AuditLog(audited, AuditSettings.USUAL, Clock.systemUTC());
    OperationRegistry registry =
        new OperationRegistry(
            List.copyOf(new SampleOperations().registry().all()),
            AccessRules.OPEN::of,
            event -> {
              events.add(event);
              audit.record(event);
            },
            Clock.systemUTC());
    HttpSettings settings = new HttpSettings("1.2.3", Set.of(), Authenticator.OPEN, () -> true);
    server =
        new LocalServer(
            router -> {
              new McpHttpDoor(SampleMcp.of(registry), settings).mount(router);
              new HttpDoor(registry, settings).mount(router);
            });
  }

  @AfterEach
  void stop() {
    server.close();
    audit.close();
  }

  private Optional<String> recorded() {
    AuditEvent.Change change = (AuditEvent.Change) events.getLast();
    return change.caller().trace().map(Trace::id);
  }

  private void rest(String... headers) throws Exception {
    HttpRequest.Builder request = server.post("/api/v1/forget", "{}");
    for (int index = 0; index < headers.length; index += 2) {
      request.header(headers[index], headers[index + 1]);
    }
    assertThat(server.send(request).statusCode()).isEqualTo(200);
  }

  private void mcp(String meta, Optional<String> header) throws Exception {
    HttpRequest.Builder initialize =
        server
            .post(
                "/mcp",
                """
                {"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": {
                  "protocolVersion": "2025-11-25", "capabilities": {},
                  "clientInfo": {"name": "test", "version": "1"}}}""")
            .header("Accept", "application/json, text/event-stream");
    String session = server.send(initialize).headers().firstValue("Mcp-Session-Id").orElseThrow();
    HttpRequest.Builder call =
        server
            .post("/mcp", CALL.formatted(meta))
            .header("Accept", "application/json, text/event-stream")
            .header("Mcp-Session-Id", session);
    header.ifPresent(value -> call.header("traceparent", value));
    HttpResponse<String> response = server.send(call);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).doesNotContain("isError");
  }

  @Test
  void aRestCallIsPartOfTheTraceOfItsHeader() throws Exception {
    rest("traceparent", PARENT, "tracestate", "rojo=1", "tracestate", "congo=2");

    assertThat(recorded()).contains(ID);
    assertThat(((AuditEvent.Change) events.getLast()).caller().trace().orElseThrow().state())
        .isEqualTo("rojo=1,congo=2");
  }

  @Test
  void whatIsMalformedIsNoErrorAndNotRecorded() throws Exception {
    rest("traceparent", "00-bad");
    assertThat(recorded()).isEmpty();
    rest("traceparent", PARENT, "traceparent", OTHER);
    assertThat(recorded()).isEmpty();
    mcp("\"traceparent\": \"00-bad\"", Optional.empty());
    assertThat(recorded()).isEmpty();
    mcp("\"traceparent\": 7, \"tracestate\": []", Optional.empty());
    assertThat(recorded()).isEmpty();
    audit.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readAllBytes(file)).asString().doesNotContain("00-bad");
      }
    }
  }

  @Test
  void anMcpMessageSaysItsTraceItself() throws Exception {
    mcp("\"traceparent\": \"" + PARENT + "\", \"tracestate\": \"a=1\"", Optional.of(OTHER));
    assertThat(recorded()).contains(ID);
    mcp("", Optional.of(PARENT));
    assertThat(recorded()).contains(ID);
  }

  @Test
  void theAuditIsFoundByTheTrace() throws Exception {
    rest("traceparent", PARENT);
    rest();
    audit.close();

    List<AuditItem> found =
        new AuditSearch(audited)
            .page(
                new AuditFilter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(ID)),
                10,
                Optional.empty())
            .items();

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().trace()).contains(ID);
    assertThat(found.getFirst().operation()).contains("forget");
  }
}
