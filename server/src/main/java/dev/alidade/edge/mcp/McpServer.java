package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Failure;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.operation.Prompt;
import dev.alidade.operation.ResourceProvider;
import java.util.List;
import java.util.Optional;

/** The methods of the protocol over the registry, whatever carries the messages. */
public final class McpServer {
  private final Tools tools;
  private final Resources resources;
  private final Prompts prompts;
  private final String version;
  private final String instructions;

  /**
   * A server of these operations, resources and prompts.
   *
   * @param instructions what a model should know before its first call, in a few sentences
   */
  public McpServer(
      OperationRegistry registry,
      List<ResourceProvider> resources,
      List<Prompt> prompts,
      String version,
      String instructions) {
    this.tools = new Tools(registry);
    this.resources = new Resources(resources);
    this.prompts = new Prompts(prompts);
    this.version = version;
    this.instructions = instructions;
  }

  /** The revision to speak after a client's {@code initialize}. */
  Revision negotiate(Incoming.Request request) {
    return Revision.negotiate(request.params().path("protocolVersion").asText());
  }

  ObjectNode initialize(Incoming.Request request, Revision revision) {
    ObjectNode result = JsonRpc.object().put("protocolVersion", revision.date());
    ObjectNode capabilities = result.putObject("capabilities");
    capabilities.putObject("tools");
    capabilities.putObject("logging");
    if (!resources.isEmpty()) {
      capabilities.putObject("resources");
    }
    if (!prompts.isEmpty()) {
      capabilities.putObject("prompts");
    }
    result
        .putObject("serverInfo")
        .put("name", "alidade")
        .put("title", "Alidade")
        .put("version", version);
    result.put("instructions", instructions);
    return JsonRpc.result(request.id(), result);
  }

  /** Does what a request asks; empty if the client took it back meanwhile. */
  Optional<ObjectNode> answer(Exchange exchange) {
    Incoming.Request request = exchange.request();
    ObjectNode response;
    try {
      response = JsonRpc.result(request.id(), dispatch(exchange));
    } catch (Throwable thrown) {
      response = JsonRpc.error(request.id(), Failure.of(thrown));
    }
    return exchange.end() ? Optional.of(response) : Optional.empty();
  }

  private ObjectNode dispatch(Exchange exchange) {
    String method = exchange.request().method();
    return switch (method) {
      case "ping" -> JsonRpc.object();
      case "tools/list" -> tools.list(exchange.invocation().caller());
      case "tools/call" -> tools.call(exchange);
      case "resources/list" -> resources.list(exchange);
      case "resources/templates/list" -> resources.templates();
      case "resources/read" -> resources.read(exchange);
      case "prompts/list" -> prompts.list();
      case "prompts/get" -> prompts.get(exchange);
      case "logging/setLevel" -> setLevel(exchange);
      default ->
          throw new AlidadeException(
              ErrorCode.NOT_SUPPORTED, "This server has no method `" + method + "`");
    };
  }

  private static ObjectNode setLevel(Exchange exchange) {
    String level = exchange.request().params().path("level").asText();
    if (!McpSession.isLogLevel(level)) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`%s` is no log level; write debug, info, notice, warning or error".formatted(level));
    }
    exchange.session().setLogLevel(level);
    return JsonRpc.object();
  }

  /** Takes note of what a client tells; what is unknown is ignored, as the protocol wants. */
  void heed(McpSession session, Incoming.Notification notification) {
    if (notification.method().equals("notifications/cancelled")) {
      session.cancel(notification.params().path("requestId"));
    }
  }
}
