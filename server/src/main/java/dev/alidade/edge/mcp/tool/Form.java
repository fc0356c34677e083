package dev.alidade.edge.mcp.tool;

import dev.alidade.edge.mcp.protocol.Capability;
import dev.alidade.edge.mcp.protocol.Exchange;

/** In which form a client takes results. */
enum Form {
  /** As text that a model reads. */
  TEXT,
  /** As data that follows a schema, which a program asked for. */
  DATA,
  /** As text for the model and data for the page that shows it, which the model is not given. */
  BOTH;

  /** What asks for data, in the {@code _meta} of a request. */
  static final String ASKED = "dev.alidade/structured";

  static Form of(Exchange exchange) {
    if (exchange.params().path("_meta").path(ASKED).asBoolean()) {
      return DATA;
    }
    return exchange.client().can(Capability.UI) ? BOTH : TEXT;
  }
}
