package dev.alidade.edge.mcp.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;

/** The pages, and the shape of a result that each of them shows. */
enum App {
  /** Rows with their columns. */
  TABLE,
  /** Rows with their columns, and how to draw them. */
  CHART,
  /** A change that waits for a person, with what it would do. */
  APPROVAL;

  /** Its name in addresses and files. */
  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  String uri() {
    return "ui://alidade/" + slug();
  }

  /** The page for results of a schema; features know nothing of pages. */
  static Optional<App> showing(JsonNode schema) {
    JsonNode fields = schema.path("properties");
    if (fields.has("columns") && fields.has("rows")) {
      return Optional.of(fields.has("chart") ? CHART : TABLE);
    }
    return isProposal(schema, schema) || isProposal(schema, fields.path("approval"))
        ? Optional.of(APPROVAL)
        : Optional.empty();
  }

  private static boolean isProposal(JsonNode root, JsonNode schema) {
    String reference = schema.path("$ref").asText();
    JsonNode fields =
        (reference.startsWith("#") ? root.at(reference.substring(1)) : schema).path("properties");
    return fields.has("preview") && fields.has("state") && fields.has("proposed_by");
  }
}
