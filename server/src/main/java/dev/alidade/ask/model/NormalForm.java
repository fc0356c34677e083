package dev.alidade.ask.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.ask.plan.Plan;
import dev.alidade.operation.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A plan without what makes no difference: words, labels, aliases, and the order of conditions. */
final class NormalForm {
  private static final List<String> IDLE = List.of("words", "label", "type");
  private static final List<String> ALIASES = List.of("table", "left", "right");

  private NormalForm() {}

  static String of(Plan plan) {
    JsonNode tree = Json.mapper().valueToTree(plan);
    return normal(tree, Map.of()).toString();
  }

  private static JsonNode normal(JsonNode node, Map<String, String> aliases) {
    if (node.isArray()) {
      ArrayNode list = Json.mapper().createArrayNode();
      node.forEach(item -> list.add(normal(item, aliases)));
      return list;
    }
    if (!node.isObject()) {
      return node;
    }
    Map<String, String> known = node.has("tables") ? aliases(node.get("tables")) : aliases;
    ObjectNode object = Json.mapper().createObjectNode();
    node.properties().stream()
        .filter(field -> !IDLE.contains(field.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            field -> object.set(field.getKey(), field(field.getKey(), field.getValue(), known)));
    return object;
  }

  private static JsonNode field(String name, JsonNode value, Map<String, String> aliases) {
    boolean alias = name.equals("alias") || ALIASES.contains(name);
    if (alias && value.isTextual()) {
      String better = aliases.getOrDefault(value.asText(), value.asText());
      return Json.mapper().getNodeFactory().textNode(better);
    }
    if (name.equals("table")) {
      // The name of a table, not of its use.
      return value;
    }
    JsonNode normal = normal(value, aliases);
    return name.equals("parts") && value.isArray() ? sorted(normal) : normal;
  }

  private static JsonNode sorted(JsonNode list) {
    List<JsonNode> items = new ArrayList<>();
    list.forEach(items::add);
    items.sort(Comparator.comparing(JsonNode::toString));
    ArrayNode sorted = Json.mapper().createArrayNode();
    items.forEach(sorted::add);
    return sorted;
  }

  private static Map<String, String> aliases(JsonNode tables) {
    Map<String, String> aliases = new HashMap<>();
    for (JsonNode use : tables) {
      aliases.put(use.path("alias").asText(), "t" + aliases.size());
    }
    return aliases;
  }
}
