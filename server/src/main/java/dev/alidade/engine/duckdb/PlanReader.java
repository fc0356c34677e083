package dev.alidade.engine.duckdb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alidade.engine.PlanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the tree that {@code EXPLAIN (FORMAT JSON)} prints. */
final class PlanReader {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PRODUCT = "CROSS_PRODUCT";
  private static final String ESTIMATE = "Estimated Cardinality";

  private PlanReader() {}

  static PlanNode read(String json) throws JsonProcessingException {
    JsonNode roots = JSON.readTree(json);
    return node(roots.isArray() ? roots.path(0) : roots);
  }

  private static PlanNode node(JsonNode json) {
    List<PlanNode> children = new ArrayList<>();
    json.path("children").forEach(child -> children.add(node(child)));
    JsonNode extra = json.path("extra_info");
    String name = json.path("name").asText().strip();
    Optional<Long> rows = name.equals(PRODUCT) ? product(children) : estimate(extra);
    return new PlanNode(name, detail(extra), rows, children);
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
