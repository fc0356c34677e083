package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.Cancellation;
import dev.alidade.edge.mcp.protocol.Channel;
import java.util.function.Consumer;

/** The way back over standard output, which all requests share. */
record StdioChannel(McpSession session, Consumer<ObjectNode> out) implements Channel {
  @Override
  public void tell(ObjectNode notification) {
    out.accept(notification);
  }

  @Override
  public JsonNode ask(ObjectNode request, Cancellation cancellation) {
    return session.ask(request, out, cancellation);
  }

  @Override
  public void disconnect() {}
}
