package dev.alidade.edge.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;

/** What a server asks of a client before it can go on. */
public final class InputRequest {
  private static final String ELICITATION = "elicitation/create";

  private InputRequest() {}

  /** Asks the person at the client to fill a form; {@code schema} is a flat object's. */
  public static ObjectNode elicitation(String message, ObjectNode schema) {
    ObjectNode request = JsonRpc.object().put("method", ELICITATION);
    request.putObject("params").put("mode", "form").put("message", message);
    request.withObjectProperty("params").set("requestedSchema", schema);
    return request;
  }

  /**
   * Asks the client to send its person to a page. {@code id} stands for it where a session is told
   * that it is over; the other revisions have no such thing.
   */
  public static ObjectNode page(String message, URI address, String id, Revision revision) {
    ObjectNode request = JsonRpc.object().put("method", ELICITATION);
    ObjectNode params = request.putObject("params").put("mode", "url").put("message", message);
    params.put("url", address.toString());
    if (!revision.isStateless()) {
      params.put("elicitationId", id);
    }
    return request;
  }

  /** Tells a session that what its person was sent to a page for is over. */
  public static ObjectNode pageDone(String id) {
    return JsonRpc.notification(
        "notifications/elicitation/complete", JsonRpc.object().put("elicitationId", id));
  }

  /** Whether a person is asked, in one way or the other. */
  public static boolean isElicitation(JsonNode request) {
    return request.path("method").asText().equals(ELICITATION);
  }

  /** What the client must be able to do for it. */
  public static Capability needed(JsonNode request) {
    return switch (request.path("method").asText()) {
      case "sampling/createMessage" -> Capability.SAMPLING;
      case "roots/list" -> Capability.ROOTS;
      default ->
          request.path("params").path("mode").asText().equals("url")
              ? Capability.ELICITATION_BY_PAGE
              : Capability.ELICITATION;
    };
  }
}
