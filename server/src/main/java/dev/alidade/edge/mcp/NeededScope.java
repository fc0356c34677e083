package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.Caller;
import dev.alidade.base.Scope;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.ToolSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The scope that a token lacks for a message which the caller's roles allow. */
record NeededScope(String what, Scope scope) {
  /** Of several messages, the widest scope that one of them needs. */
  static Optional<NeededScope> of(JsonNode message, List<ToolSource> tools, Caller caller) {
    Stream<JsonNode> messages = message.isArray() ? message.valueStream() : Stream.of(message);
    return messages
        .flatMap(each -> ofOne(each, tools, caller).stream())
        .reduce((one, other) -> one.scope().holds(other.scope()) ? one : other);
  }

  private static Optional<NeededScope> ofOne(
      JsonNode message, List<ToolSource> tools, Caller caller) {
    String method = message.path("method").asText();
    if (!caller.scope().holds(Scope.READ)) {
      return Optional.of(new NeededScope(method, Scope.READ));
    }
    if (!method.equals("tools/call")) {
      return Optional.empty();
    }
    String name = message.path("params").path("name").asText();
    ObjectNode arguments =
        message.path("params").path("arguments") instanceof ObjectNode given
            ? given
            : JsonRpc.object();
    return tools.stream()
        .flatMap(source -> source.missingScope(name, arguments, caller).stream())
        .findFirst()
        .map(scope -> new NeededScope(name, scope));
  }
}
