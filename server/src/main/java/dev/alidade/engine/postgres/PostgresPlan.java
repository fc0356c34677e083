package dev.alidade.engine.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alidade.engine.PlanNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tree of {@code EXPLAIN (FORMAT JSON)}. */
final class PostgresPlan {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> DETAILS =
      List.of(
          "Join Type",
          "Index Name",
          "Function Name",
          "CTE Name",
          "Index Cond",
          "Recheck Cond",
          "Hash Cond",
          "Merge Cond",
          "Join Filter",
          "Filter",
          "One-Time Filter",
          "Group Key",
          "Sort Key");

  private PostgresPlan() {}

  static PlanNode read(String json) {
    try {
      return node(JSON.readTree(json).path(0).path("Plan"));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("the server's plan is not JSON", failure);
    }
  }

  private static PlanNode node(JsonNode plan) {
    JsonNode rows = plan.path("Plan Rows");
    return new PlanNode(
        plan.path("Node Type").asText("Plan"),
        detail(plan),
        rows.isNumber() ? Optional.of(rows.asLong()) : Optional.empty(),
        measured(plan).map(ignored -> Math.round(perLoop(plan, "Actual Rows"))),
        measured(plan).map(PostgresPlan::ownTime),
        plan.path("Plans").valueStream().map(PostgresPlan::node).toList());
  }

  private static Optional<JsonNode> measured(JsonNode plan) {
    return Optional.of(plan).filter(step -> step.has("Actual Loops"));
  }

  /** Rows and times are averages of one loop (PostgreSQL documentation, "Using EXPLAIN"). */
  private static double perLoop(JsonNode plan, String field) {
    return plan.path(field).asDouble() * plan.path("Actual Loops").asDouble();
  }

  /** A step's time has those of its children in it. */
  private static double ownTime(JsonNode plan) {
    double children =
        plan.path("Plans")
            .valueStream()
            .mapToDouble(child -> perLoop(child, "Actual Total Time"))
            .sum();
    return Math.max(0, perLoop(plan, "Actual Total Time") - children);
  }

  private static Optional<String> detail(JsonNode plan) {
    Stream<String> relation =
        plan.has("Relation Name")
            ? Stream.of(
                Stream.of("Schema", "Relation Name", "Alias")
                    .filter(plan::has)
                    .map(field -> plan.path(field).asText())
                    .distinct()
                    .collect(Collectors.joining(" ")))
            : Stream.empty();
    Stream<String> others =
        DETAILS.stream().filter(plan::has).map(field -> field + ": " + words(plan.path(field)));
    String detail = Stream.concat(relation, others).collect(Collectors.joining("; "));
    return detail.isEmpty() ? Optional.empty() : Optional.of(detail);
  }

  private static String words(JsonNode value) {
    return value.isArray()
        ? value.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "))
        : value.asText();
  }
}
