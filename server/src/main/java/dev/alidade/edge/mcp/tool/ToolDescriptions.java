package dev.alidade.edge.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.operation.NamedCall;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationEffect;
import dev.alidade.operation.Schemas;

/** Operations, and calls of them, as the protocol describes tools. */
final class ToolDescriptions {
  private ToolDescriptions() {}

  /** In few tokens, or for a program that asked for data with all that is known of it. */
  static ObjectNode of(Operation<?, ?> operation, Exchange exchange) {
    ObjectNode tool = named(operation.name(), operation.title(), operation.description());
    ObjectNode schema = Schemas.of(operation.input());
    tool.set("inputSchema", Form.of(exchange) == Form.DATA ? schema : CompactSchema.of(schema));
    return completed(tool, operation, exchange);
  }

  /** A call with a name of its own, whose words are its author's and stand there whole. */
  static ObjectNode of(NamedCall call, Operation<?, ?> operation, Exchange exchange) {
    ObjectNode tool = named(call.name(), call.title(), call.description());
    tool.set("inputSchema", call.arguments());
    return completed(tool, operation, exchange);
  }

  private static ObjectNode completed(
      ObjectNode tool, Operation<?, ?> operation, Exchange exchange) {
    if (Form.of(exchange) == Form.DATA) {
      tool.set("outputSchema", Schemas.of(operation.output()));
    }
    annotate(tool, operation.effect());
    return tool;
  }

  static ObjectNode named(String name, String title, String description) {
    return JsonRpc.object().put("name", name).put("title", title).put("description", description);
  }

  /** Says what differs from what the protocol supposes of a tool that says nothing. */
  static void annotate(ObjectNode tool, OperationEffect effect) {
    ObjectNode hints = tool.putObject("annotations");
    switch (effect) {
      case READ -> hints.put("readOnlyHint", true).put("openWorldHint", false);
      case WRITE ->
          hints
              .put("readOnlyHint", false)
              .put("destructiveHint", false)
              .put("openWorldHint", false);
      case DESTRUCTIVE ->
          hints.put("readOnlyHint", false).put("destructiveHint", true).put("openWorldHint", false);
    }
  }
}
