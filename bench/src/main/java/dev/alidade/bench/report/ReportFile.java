package dev.alidade.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.bench.load.Spread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports as JSON files. */
public final class ReportFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReportFile() {}

  /** Writes a report. */
  public static void write(Path file, Report report) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("time", report.time()).put("commit", report.commit());
    root.set("machine", JSON.valueToTree(report.machine()));
    ArrayNode lines = root.putArray("lines");
    report.lines().forEach(line -> write(lines.addObject(), line));
    JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
  }

  private static void write(ObjectNode node, Line line) {
    node.put("part", line.part()).put("name", line.name());
    node.put("unit", line.unit().label()).put("value", rounded(line.value()));
    line.spread()
        .ifPresent(
            spread ->
                node.put("p50_ms", rounded(spread.p50()))
                    .put("p95_ms", rounded(spread.p95()))
                    .put("p99_ms", rounded(spread.p99())));
    if (line.refused() > 0) {
      node.put("refused", rounded(line.refused()));
    }
    line.beside()
        .ifPresent(
            other -> node.put("beside", other.name()).put("beside_value", rounded(other.value())));
    line.ratio().ifPresent(ratio -> node.put("ratio", rounded(ratio)));
    line.goal()
        .ifPresent(
            goal -> {
              node.put("goal", goal.bound());
              node.put("goal_of", goal instanceof Goal.OfRatio ? "ratio" : "value");
            });
    line.met().ifPresent(met -> node.put("met", met));
  }

  /** Reads a report back. */
  public static Report read(Path file) throws IOException {
    JsonNode root = JSON.readTree(file.toFile());
    List<Line> lines = new ArrayList<>();
    root.path("lines").forEach(node -> lines.add(line(node)));
    if (lines.isEmpty()) {
      throw new IOException(file + " holds no lines of a bench; write one with --json");
    }
    return new Report(
        root.path("time").asText(),
        root.path("commit").asText(),
        JSON.treeToValue(root.path("machine"), Machine.class),
        lines);
  }

  private static Line line(JsonNode node) {
    Line line =
        new Line(
            node.path("part").asText(),
            node.path("name").asText(),
            Unit.labelled(node.path("unit").asText()),
            node.path("value").asDouble(),
            spread(node),
            node.path("refused").asDouble(),
            Optional.empty(),
            Optional.empty());
    if (node.has("beside")) {
      line = line.beside(node.path("beside").asText(), node.path("beside_value").asDouble());
    }
    if (node.has("goal")) {
      line = line.aiming(goal(node));
    }
    return line;
  }

  private static Optional<Spread> spread(JsonNode node) {
    if (!node.has("p50_ms")) {
      return Optional.empty();
    }
    return Optional.of(
        new Spread(
            node.path("p50_ms").asDouble(),
            node.path("p95_ms").asDouble(),
            node.path("p99_ms").asDouble()));
  }

  private static Goal goal(JsonNode node) {
    double bound = node.path("goal").asDouble();
    return node.path("goal_of").asText().equals("ratio")
        ? new Goal.OfRatio(bound)
        : new Goal.OfValue(bound);
  }

  /** Four digits that count: more would be noise. */
  private static double rounded(double value) {
    if (value == 0) {
      return 0;
    }
    double scale = Math.pow(10, 3 - Math.floor(Math.log10(Math.abs(value))));
    return Math.round(value * scale) / scale;
  }
}
