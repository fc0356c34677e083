package dev.alidade.edge.mcp.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A request that breaks the protocol itself; it is answered with a JSON-RPC error of this code. */
public final class ProtocolException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final transient Optional<ObjectNode> data;

  private ProtocolException(int code, String message, Optional<ObjectNode> data) {
    super(Objects.requireNonNull(message, "message"));
    this.code = code;
    this.data = data;
  }

  /** A failure with a code of {@link JsonRpc}. */
  public static ProtocolException of(int code, String message) {
    return new ProtocolException(code, message, Optional.empty());
  }

  /** A request that is not as its method wants it. */
  public static ProtocolException invalidParams(String message) {
    return of(JsonRpc.INVALID_PARAMS, message);
  }

  /** A header that is missing or says something else than the message. */
  public static ProtocolException headerMismatch(String message) {
    return of(JsonRpc.HEADER_MISMATCH, message);
  }

  /** A revision that this server does not speak. */
  public static ProtocolException unsupportedVersion(String requested) {
    ObjectNode data = JsonRpc.object();
    Revision.dates().forEach(data.putArray("supported")::add);
    data.put("requested", requested);
    return new ProtocolException(
        JsonRpc.UNSUPPORTED_VERSION,
        "This server speaks %s".formatted(String.join(", ", Revision.dates())),
        Optional.of(data));
  }

  /** The client lacks something without which the request cannot be served. */
  public static ProtocolException missingCapability(Capability... missing) {
    ObjectNode data = JsonRpc.object();
    ObjectNode required = data.putObject("requiredCapabilities");
    for (Capability capability : missing) {
      capability.write(required);
    }
    String names = String.join(", ", List.of(missing).stream().map(Capability::title).toList());
    return new ProtocolException(
        JsonRpc.MISSING_CAPABILITY,
        "This needs a client with %s; declare it in the request's client capabilities"
            .formatted(names),
        Optional.of(data));
  }

  /** The code of JSON-RPC. */
  public int code() {
    return code;
  }

  /** The error that a client reads. */
  public ObjectNode error() {
    ObjectNode error = JsonRpc.object().put("code", code).put("message", getMessage());
    data.ifPresent(details -> error.set("data", details));
    return error;
  }
}
