package dev.alidade.engine.mysql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.PlanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads EXPLAIN FORMAT=JSON, whose objects are named differently by each product and version. */
final class MySqlPlan {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DEEPEST = 200;
  private static final List<String> DETAILS =
      List.of(
          "table_name",
          "table",
          "key",
          "index_name",
          "sort_key",
          "message",
          "attached_condition",
          "condition");
  private static final List<String> ESTIMATES =
      List.of("rows", "rows_examined_per_scan", "r_rows", "estimated_rows");
  private static final Map<String, String> ACCESS =
      Map.of(
          "ALL", "full scan",
          "index", "index scan",
          "range", "index range",
          "ref", "index lookup",
          "eq_ref", "unique lookup",
          "const", "one row",
          "system", "one row",
          "fulltext", "fulltext search",
          "index_merge", "index merge");

  private MySqlPlan() {}

  static PlanNode read(String text) {
    try {
      JsonNode plan = JSON.readTree(text);
      List<PlanNode> nodes = children(plan, 0);
      return nodes.size() == 1 ? nodes.getFirst() : node("query", plan, 0);
    } catch (JsonProcessingException unreadable) {
      throw new AlidadeException(
          ErrorCode.ENGINE_FAILED, "The server printed a plan that cannot be read", unreadable);
    }
  }

  private static PlanNode node(String key, JsonNode json, int depth) {
    String detail =
        DETAILS.stream()
            .map(json::path)
            .filter(JsonNode::isTextual)
            .map(JsonNode::asText)
            .collect(Collectors.joining(", "));
    Optional<Long> rows =
        ESTIMATES.stream()
            .map(json::path)
            .filter(JsonNode::isNumber)
            .map(JsonNode::asLong)
            .findFirst();
    return new PlanNode(
        name(key, json),
        Optional.of(detail).filter(words -> !words.isEmpty()),
        rows,
        depth > DEEPEST ? List.of() : children(json, depth + 1));
  }

  private static String name(String key, JsonNode json) {
    if (json.path("operation").isTextual()) {
      return json.path("operation").asText();
    }
    String access = json.path("access_type").asText("");
    return access.isEmpty() ? key.replace('_', ' ') : ACCESS.getOrDefault(access, access);
  }

  private static List<PlanNode> children(JsonNode json, int depth) {
    List<PlanNode> nodes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      if (!field.getKey().equals("cost_info")) {
        objects(field.getValue())
            .forEach(value -> nodes.add(unwrapped(field.getKey(), value, depth)));
      }
    }
    return nodes;
  }

  private static Stream<JsonNode> objects(JsonNode value) {
    if (value.isObject()) {
      return Stream.of(value);
    }
    return value.isArray() ? value.valueStream().filter(JsonNode::isObject) : Stream.empty();
  }

  // {"table": {..}} in a list is the table.
  private static PlanNode unwrapped(String key, JsonNode value, int depth) {
    if (value.size() == 1) {
      Map.Entry<String, JsonNode> only = value.properties().iterator().next();
      if (only.getValue().isObject()) {
        return node(only.getKey(), only.getValue(), depth);
      }
    }
    return node(key, value, depth);
  }
}
