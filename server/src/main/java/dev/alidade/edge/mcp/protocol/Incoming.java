package dev.alidade.edge.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Json;

/** A JSON-RPC message from a client. */
public sealed interface Incoming {
  /** Asks for exactly one response. */
  record Request(JsonNode id, String method, ObjectNode params) implements Incoming {}

  /** Asks for nothing. */
  record Notification(String method, ObjectNode params) implements Incoming {}

  /** Responds to something that the server asked, with a result or an error. */
  record Response(JsonNode id, JsonNode message) implements Incoming {}

  /** Reads a message; fails with MALFORMED_REQUEST. */
  static Incoming of(JsonNode message) {
    if (!message.isObject() || !message.path("jsonrpc").asText().equals("2.0")) {
      throw malformed("A message is a JSON object with `\"jsonrpc\": \"2.0\"`");
    }
    JsonNode id = message.path("id");
    JsonNode method = message.path("method");
    if (method.isMissingNode() && (message.has("result") || message.has("error"))) {
      return new Response(id, message);
    }
    if (!method.isTextual()) {
      throw malformed("A message needs the name of a method as `method`");
    }
    if (id.isMissingNode()) {
      return new Notification(method.textValue(), paramsOf(message));
    }
    if (!id.isTextual() && !id.isIntegralNumber()) {
      throw malformed("The `id` of a request is a string or an integer");
    }
    return new Request(id, method.textValue(), paramsOf(message));
  }

  private static ObjectNode paramsOf(JsonNode message) {
    JsonNode params = message.path("params");
    if (params instanceof ObjectNode object) {
      return object;
    }
    if (params.isMissingNode() || params.isNull()) {
      return Json.mapper().createObjectNode();
    }
    throw malformed("The `params` of a message are a JSON object");
  }

  private static AlidadeException malformed(String message) {
    return new AlidadeException(ErrorCode.MALFORMED_REQUEST, message);
  }
}
