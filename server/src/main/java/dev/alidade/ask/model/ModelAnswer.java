package dev.alidade.ask.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.operation.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A model's answer as JSON; whether its plans make sense is another matter. */
record ModelAnswer(List<Proposed> plans, Optional<Written> sql) {
  private static final int LONGEST_MEANING = 300;

  /** A plan, and how sure the model says it is. */
  record Proposed(JsonNode plan, double confidence) {}

  /** SQL, and what it does in the model's words. */
  record Written(String sql, String meaning) {}

  ModelAnswer {
    plans = List.copyOf(plans);
  }

  /** Empty where it is none of the kind that was asked for. */
  static Optional<ModelAnswer> read(String text, int most) {
    JsonNode root;
    try {
      root = Json.mapper().readTree(bare(text));
    } catch (JsonProcessingException broken) {
      return Optional.empty();
    }
    if (!root.path("plans").isArray()) {
      return Optional.empty();
    }
    List<Proposed> plans = new ArrayList<>();
    for (JsonNode item : root.path("plans")) {
      if (plans.size() < most) {
        plans.add(new Proposed(item.path("plan"), item.path("confidence").asDouble()));
      }
    }
    Optional<Written> sql =
        root.path("sql").asText().isBlank()
            ? Optional.empty()
            : Optional.of(new Written(root.path("sql").asText(), meaning(root)));
    return Optional.of(new ModelAnswer(plans, sql));
  }

  private static String meaning(JsonNode root) {
    String line = root.path("sql_meaning").asText().replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    String shown = line.substring(0, Math.min(LONGEST_MEANING, line.length()));
    return shown.isEmpty() ? "What a language model wrote SQL for." : shown;
  }

  /** Models that are not held to JSON often set it in a fence. */
  private static String bare(String text) {
    int start = text.indexOf('{');
    int end = text.lastIndexOf('}');
    return start >= 0 && end > start ? text.substring(start, end + 1) : text;
  }
}
