package dev.alidade.edge.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Failure;
import dev.alidade.operation.Json;

/** Makes JSON-RPC messages and says which code a failure has. */
public final class JsonRpc {
  public static final int PARSE_ERROR = -32700;
  public static final int INVALID_REQUEST = -32600;
  public static final int METHOD_NOT_FOUND = -32601;
  public static final int INVALID_PARAMS = -32602;
  public static final int INTERNAL_ERROR = -32603;
  public static final int SERVER_ERROR = -32000;
  public static final int SESSION_NOT_FOUND = -32001;
  public static final int RESOURCE_NOT_FOUND = -32002;
  public static final int HEADER_MISMATCH = -32020;
  public static final int MISSING_CAPABILITY = -32021;
  public static final int UNSUPPORTED_VERSION = -32022;
  // The newest revision leaves these to applications; they are what HTTP would say.
  private static final int DENIED = 403;
  private static final int RESOURCES = 429;
  private static final int EXTERNAL = 502;

  private JsonRpc() {}

  /** An empty object. */
  public static ObjectNode object() {
    return Json.mapper().createObjectNode();
  }

  /** The response to a request that succeeded. */
  public static ObjectNode result(JsonNode id, ObjectNode result) {
    ObjectNode response = object().put("jsonrpc", "2.0");
    response.set("id", id);
    response.set("result", result);
    return response;
  }

  /** A message that asks for nothing. */
  public static ObjectNode notification(String method, ObjectNode params) {
    ObjectNode notification = object().put("jsonrpc", "2.0").put("method", method);
    notification.set("params", params);
    return notification;
  }

  /** The response to a message that has no id or whose id could not be read. */
  public static ObjectNode error(int code, String message) {
    ObjectNode response = object().put("jsonrpc", "2.0");
    response.putObject("error").put("code", code).put("message", message);
    return response;
  }

  /** The response to a request that breaks the protocol. */
  public static ObjectNode error(JsonNode id, int code, String message) {
    return failure(id, object().put("code", code).put("message", message));
  }

  /** The response to a request that failed as a whole. */
  public static ObjectNode failure(JsonNode id, ObjectNode error) {
    ObjectNode response = object().put("jsonrpc", "2.0");
    response.set("id", id);
    response.set("error", error);
    return response;
  }

  /** The response to a message whose sender is not let in. */
  public static ObjectNode refusal(Failure failure) {
    ObjectNode response = object().put("jsonrpc", "2.0");
    response.set("error", errorOf(failure, Revision.R2025_11_25));
    return response;
  }

  /** What a request is answered with when something failed. */
  public static ObjectNode errorOf(Throwable thrown, Revision revision) {
    if (thrown instanceof ProtocolException broken) {
      return broken.error();
    }
    return errorOf(Failure.of(thrown), revision);
  }

  private static ObjectNode errorOf(Failure failure, Revision revision) {
    ObjectNode error =
        object().put("code", codeOf(failure, revision)).put("message", failure.message());
    error.putPOJO("data", failure);
    return error;
  }

  private static int codeOf(Failure failure, Revision revision) {
    boolean modern = revision.isStateless();
    return switch (failure.type()) {
      case USER -> codeOfUserError(failure.code(), modern);
      case DENIED -> modern ? DENIED : SERVER_ERROR;
      case RESOURCES -> modern ? RESOURCES : SERVER_ERROR;
      case EXTERNAL -> modern ? EXTERNAL : SERVER_ERROR;
      case INTERNAL -> INTERNAL_ERROR;
    };
  }

  private static int codeOfUserError(ErrorCode code, boolean modern) {
    // The protocol wants an unknown tool to be a wrong parameter, and now a resource as well.
    boolean missing = code.isMissing() && code != ErrorCode.OPERATION_NOT_FOUND;
    return missing && !modern ? RESOURCE_NOT_FOUND : INVALID_PARAMS;
  }
}
