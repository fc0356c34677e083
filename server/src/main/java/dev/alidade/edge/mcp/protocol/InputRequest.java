package dev.alidade.edge.mcp.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a server asks of a client before it can go on. */
public final class InputRequest {
  private InputRequest() {}

  /** Asks the person at the client to fill a form; {@code schema} is a flat object's. */
  public static ObjectNode elicitation(String message, ObjectNode schema) {
    ObjectNode request = JsonRpc.object().put("method", "elicitation/create");
    request.putObject("params").put("mode", "form").put("message", message);
    request.withObjectProperty("params").set("requestedSchema", schema);
    return request;
  }
}
