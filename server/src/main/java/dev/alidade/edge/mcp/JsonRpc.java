package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Failure;
import dev.alidade.operation.Json;

/** Makes JSON-RPC messages and says which code a failure has. */
final class JsonRpc {
  static final int PARSE_ERROR = -32700;
  static final int INVALID_REQUEST = -32600;
  static final int METHOD_NOT_FOUND = -32601;
  static final int INVALID_PARAMS = -32602;
  static final int INTERNAL_ERROR = -32603;
  static final int SERVER_ERROR = -32000;
  static final int SESSION_NOT_FOUND = -32001;
  static final int RESOURCE_NOT_FOUND = -32002;

  private JsonRpc() {}

  static ObjectNode object() {
    return Json.mapper().createObjectNode();
  }

  static ObjectNode result(JsonNode id, ObjectNode result) {
    ObjectNode response = object().put("jsonrpc", "2.0");
    response.set("id", id);
    response.set("result", result);
    return response;
  }

  static ObjectNode notification(String method, ObjectNode params) {
    ObjectNode notification = object().put("jsonrpc", "2.0").put("method", method);
    notification.set("params", params);
    return notification;
  }

  /** The response to a message that has no id or whose id could not be read. */
  static ObjectNode error(int code, String message) {
    return error(NullNode.getInstance(), code, message);
  }

  static ObjectNode error(JsonNode id, int code, String message) {
    ObjectNode response = object().put("jsonrpc", "2.0");
    response.set("id", id);
    response.putObject("error").put("code", code).put("message", message);
    return response;
  }

  /** The response to a request that failed as a whole. */
  static ObjectNode error(JsonNode id, Failure failure) {
    ObjectNode response = error(id, codeOf(failure), failure.message());
    response.withObjectProperty("error").putPOJO("data", failure);
    return response;
  }

  private static int codeOf(Failure failure) {
    return switch (failure.type()) {
      case USER -> codeOfUserError(failure.code());
      case DENIED, RESOURCES, EXTERNAL -> SERVER_ERROR;
      case INTERNAL -> INTERNAL_ERROR;
    };
  }

  private static int codeOfUserError(ErrorCode code) {
    if (code == ErrorCode.NOT_SUPPORTED) {
      return METHOD_NOT_FOUND;
    }
    // The protocol wants an unknown tool to be a wrong parameter.
    return code.isMissing() && code != ErrorCode.OPERATION_NOT_FOUND
        ? RESOURCE_NOT_FOUND
        : INVALID_PARAMS;
  }
}
