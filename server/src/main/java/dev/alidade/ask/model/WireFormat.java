package dev.alidade.ask.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** How a provider is spoken to; it knows nothing of connections. */
interface WireFormat {
  /** The path below the provider's address. */
  String path();

  /** What tells the provider who asks. */
  Map<String, String> headers(Optional<ApiKey> key);

  /** The question. */
  ObjectNode body(ModelSettings settings, ModelRequest request);

  /** Adds what an event says to the draft; gives the kind of failure where it tells of one. */
  Optional<String> read(JsonNode event, Draft draft);
}
