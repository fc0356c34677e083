package dev.alidade.edge.mcp.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import java.util.List;

/**
 * An input's schema as far as a list of tools needs it: names and types, what a field without a
 * telling name means, and nothing of what is inside of a field.
 */
final class CompactSchema {
  private static final List<String> KEPT = List.of("type", "enum", "items");

  private CompactSchema() {}

  static ObjectNode of(ObjectNode schema) {
    ObjectNode compact = JsonRpc.object().put("type", "object");
    ObjectNode properties = compact.putObject("properties");
    for (var property : schema.path("properties").properties()) {
      properties.set(property.getKey(), field(property.getValue()));
    }
    if (schema.path("required").size() > 0) {
      compact.set("required", schema.get("required"));
    }
    return compact;
  }

  private static ObjectNode field(JsonNode field) {
    ObjectNode compact = JsonRpc.object();
    for (String key : KEPT) {
      JsonNode value = field.path(key);
      if (key.equals("items") && value.isObject()) {
        compact.set(key, value.path("type").isTextual() ? type(value) : JsonRpc.object());
        continue;
      }
      if (!value.isMissingNode()) {
        compact.set(key, value);
      }
    }
    if (field.path("description").isTextual()) {
      compact.put("description", clause(field.get("description").textValue()));
    }
    return compact;
  }

  private static ObjectNode type(JsonNode schema) {
    return JsonRpc.object().put("type", schema.get("type").textValue());
  }

  /** The first clause of a sentence. */
  private static String clause(String words) {
    return words.split(";|: | \\(|\\. ", 2)[0].strip();
  }
}
