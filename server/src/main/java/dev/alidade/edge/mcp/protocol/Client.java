package dev.alidade.edge.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a client said of itself: in a session when that began, else with every request.
 *
 * @param logLevel from which level on it wants to read log messages; empty for none
 */
public record Client(Revision revision, ObjectNode capabilities, Optional<String> logLevel) {
  private static final List<String> LOG_LEVELS =
      List.of("debug", "info", "notice", "warning", "error", "critical", "alert", "emergency");
  private static final String META = "io.modelcontextprotocol/";

  public Client {
    Objects.requireNonNull(revision, "revision");
    capabilities = capabilities.deepCopy();
    logLevel.ifPresent(Client::checkLogLevel);
  }

  /** A client of a session that says nothing more of itself. */
  public static Client of(Revision revision) {
    return new Client(revision, JsonRpc.object(), Optional.empty());
  }

  /** Who begins a session with that request. */
  public static Client ofInitialize(ObjectNode params) {
    Revision revision = Revision.negotiate(params.path("protocolVersion").asText());
    ObjectNode capabilities =
        params.path("capabilities") instanceof ObjectNode declared ? declared : JsonRpc.object();
    return new Client(revision, capabilities, Optional.of("warning"));
  }

  /** Who sends a stateless request, from its {@code _meta}; fails as the specification says. */
  public static Client ofRequest(ObjectNode params) {
    JsonNode meta = params.path("_meta");
    JsonNode version = meta.path(META + "protocolVersion");
    if (!version.isTextual()) {
      throw missing("protocolVersion", "the revision as a string");
    }
    Revision revision =
        Revision.of(version.textValue())
            .filter(Revision::isStateless)
            .orElseThrow(() -> ProtocolException.unsupportedVersion(version.textValue()));
    JsonNode capabilities = meta.path(META + "clientCapabilities");
    if (!(capabilities instanceof ObjectNode declared)) {
      throw missing("clientCapabilities", "an object, {} if it has none");
    }
    JsonNode level = meta.path(META + "logLevel");
    return new Client(
        revision, declared, level.isMissingNode() ? Optional.empty() : Optional.of(level.asText()));
  }

  /** Whether a request is of the era in which every request says all. */
  public static boolean isStateless(JsonNode message) {
    return message.path("params").path("_meta").has(META + "protocolVersion");
  }

  /** The same client, with other wishes for log messages. */
  public Client withLogLevel(String level) {
    return new Client(revision, capabilities, Optional.of(level));
  }

  /** Whether it said that it can do this. */
  public boolean can(Capability capability) {
    boolean isKnown = capability != Capability.ELICITATION_BY_PAGE || revision.hasPages();
    return isKnown && capability.isIn(capabilities);
  }

  /** Whether it wants log messages of this level. */
  public boolean logs(String level) {
    return logLevel.isPresent() && LOG_LEVELS.indexOf(logLevel.get()) <= LOG_LEVELS.indexOf(level);
  }

  private static void checkLogLevel(String level) {
    if (!LOG_LEVELS.contains(level)) {
      throw ProtocolException.invalidParams(
          "`%s` is no log level; write one of %s".formatted(level, String.join(", ", LOG_LEVELS)));
    }
  }

  private static ProtocolException missing(String field, String what) {
    return ProtocolException.invalidParams(
        "Every request says in its `_meta` as `%s%s` %s".formatted(META, field, what));
  }
}
