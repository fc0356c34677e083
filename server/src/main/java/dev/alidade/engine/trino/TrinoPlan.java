package dev.alidade.engine.trino;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alidade.engine.PlanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Trino's plan: fragments that run on the workers, put together where one reads another. */
final class TrinoPlan {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern FRAGMENT = Pattern.compile("\\d+");

  private final JsonNode fragments;

  private TrinoPlan(JsonNode fragments) {
    this.fragments = fragments;
  }

  static PlanNode read(String json) {
    try {
      JsonNode fragments = JSON.readTree(json);
      JsonNode root = fragments.has("0") ? fragments.path("0") : fragments;
      return new TrinoPlan(fragments).node(root);
    } catch (JsonProcessingException notJson) {
      throw new IllegalStateException("Trino explained in words that are no JSON", notJson);
    }
  }

  private PlanNode node(JsonNode json) {
    List<PlanNode> children = new ArrayList<>();
    json.path("children").forEach(child -> children.add(node(child)));
    Matcher sources = FRAGMENT.matcher(json.path("descriptor").path("sourceFragmentIds").asText());
    while (sources.find()) {
      children.add(node(fragments.path(sources.group())));
    }
    return new PlanNode(json.path("name").asText(), detail(json), rows(json), children);
  }

  private static Optional<String> detail(JsonNode json) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : json.path("descriptor").properties()) {
      String value = entry.getValue().asText();
      if (!value.isEmpty() && !value.equals("[]")) {
        parts.add(entry.getKey() + ": " + value);
      }
    }
    json.path("details").forEach(detail -> parts.add(detail.asText().strip()));
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
  }

  private static Optional<Long> rows(JsonNode json) {
    JsonNode rows = json.path("estimates").path(0).path("outputRowCount");
    return rows.isNumber() ? Optional.of(Math.round(rows.asDouble())) : Optional.empty();
  }
}
