package dev.alidade.engine.duckdb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alidade.engine.PlanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the tree that {@code EXPLAIN (FORMAT JSON)} prints, measured or not. */
final class PlanReader {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PRODUCT = "CROSS_PRODUCT";
  private static final String ESTIMATE = "Estimated Cardinality";
  // What stands above the statement when it is measured.
  private static final Set<String> MEASURING =
      Set.of("RESULT_COLLECTOR", "EXECUTE", "EXPLAIN_ANALYZE");

  private PlanReader() {}

  static PlanNode read(String json) throws JsonProcessingException {
    JsonNode plan = JSON.readTree(json);
    JsonNode roots = plan.has("operator") ? plan.path("operator") : plan;
    JsonNode root = roots.isArray() ? roots.path(0) : roots;
    while (MEASURING.contains(nameOf(root))) {
      root = root.path("children").path(0);
    }
    return node(root);
  }

  private static String nameOf(JsonNode json) {
    return json.path(json.has("name") ? "name" : "type").asText().strip();
  }

  private static PlanNode node(JsonNode json) {
    List<PlanNode> children = new ArrayList<>();
    json.path("children").forEach(child -> children.add(node(child)));
    JsonNode extra = json.path("extra_info");
    String name = nameOf(json);
    Optional<Long> rows = name.equals(PRODUCT) ? product(children) : estimate(extra);
    return new PlanNode(
        name,
        detail(extra),
        rows,
        number(json.path("intermediate_rows")).map(JsonNode::asLong),
        number(json.path("timing")).map(seconds -> seconds.asDouble() * 1_000),
        children);
  }

  private static Optional<JsonNode> number(JsonNode json) {
    return Optional.of(json).filter(JsonNode::isNumber);
  }

  /** The engine estimates what goes into a product, and leaves the product to its reader. */
  private static Optional<Long> product(List<PlanNode> factors) {
    double rows = 1;
    for (PlanNode factor : factors) {
      if (factor.estimatedRows().isEmpty()) {
        return Optional.empty();
      }
      rows *= factor.estimatedRows().get();
    }
    return Optional.of((long) rows);
  }

  private static Optional<String> detail(JsonNode extra) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : extra.properties()) {
      if (!entry.getKey().equals(ESTIMATE)) {
        parts.add(entry.getKey() + ": " + text(entry.getValue()));
      }
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
  }

  private static String text(JsonNode value) {
    if (!value.isArray()) {
      return value.asText();
    }
    List<String> elements = new ArrayList<>();
    value.forEach(element -> elements.add(element.asText()));
    return String.join(", ", elements);
  }

  private static Optional<Long> estimate(JsonNode extra) {
    String digits = extra.path(ESTIMATE).asText();
    return digits.matches("\\d{1,18}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
  }
}
