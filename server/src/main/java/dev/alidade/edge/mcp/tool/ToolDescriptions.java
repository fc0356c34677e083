package dev.alidade.edge.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationEffect;
import dev.alidade.operation.Schemas;

/** Operations as the protocol describes tools. */
final class ToolDescriptions {
  private ToolDescriptions() {}

  /** In few tokens: what it does and takes; a list needs no more. */
  static ObjectNode brief(Operation<?, ?> operation) {
    ObjectNode tool = named(operation.name(), operation.title(), operation.description());
    tool.set("inputSchema", CompactSchema.of(Schemas.of(operation.input())));
    annotate(tool, operation.effect());
    return tool;
  }

  /** With all that is known of input and output. */
  static ObjectNode whole(Operation<?, ?> operation) {
    ObjectNode tool = named(operation.name(), operation.title(), operation.description());
    tool.set("inputSchema", Schemas.of(operation.input()));
    tool.set("outputSchema", Schemas.of(operation.output()));
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
