package dev.alidade.ask.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.ask.exchange.Ground;
import dev.alidade.ask.exchange.PlanError;
import dev.alidade.ask.exchange.PlanGuide;
import dev.alidade.ask.exchange.PlanSchema;
import dev.alidade.operation.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** What a model is told of a question, and of what was wrong with its answer. */
final class ModelPrompt {
  private static final String TASK = task();
  private static final String SQL =
      """


      Where no plan can say what is asked, but one SELECT can, give it as `sql`, with what it does as
      `sql_meaning`. The database writes SQL like this: %s""";

  private ModelPrompt() {}

  /**
   * @param sql how SQL is written, which may be given where there is no plan; empty for none
   */
  static ModelRequest of(String question, Ground ground, LocalDate today, int most, String sql) {
    ObjectNode told = Json.mapper().createObjectNode();
    told.put("question", question).put("today", today.toString()).put("most_plans", most);
    told.set("source", Json.mapper().valueToTree(ground));
    String system =
        TASK + "\n\n" + PlanGuide.TEXT + (sql.isEmpty() ? "" : SQL.formatted(sql).stripTrailing());
    return new ModelRequest(
        system,
        List.of(new ModelRequest.Message(ModelRequest.Speaker.USER, told.toString())),
        schema(!sql.isEmpty()));
  }

  /** What to correct. */
  static String corrections(List<PlanError> errors) {
    return errors.stream()
        .map(error -> "- " + error)
        .collect(
            Collectors.joining(
                "\n", "These plans cannot be used:\n", "\nCorrect them and answer again."));
  }

  private static ObjectNode schema(boolean sql) {
    ObjectNode root = Json.mapper().createObjectNode().put("type", "object");
    ObjectNode fields = root.putObject("properties");
    ObjectNode items = fields.putObject("plans").put("type", "array").putObject("items");
    items.put("type", "object");
    ObjectNode item = items.putObject("properties");
    item.putObject("plan").put("$ref", "#/$defs/plan");
    item.putObject("confidence").put("type", "number");
    items.putArray("required").add("plan").add("confidence");
    items.put("additionalProperties", false);
    if (sql) {
      fields.putObject("sql").put("type", "string");
      fields.putObject("sql_meaning").put("type", "string");
    }
    root.putArray("required").add("plans");
    root.put("additionalProperties", false);
    return PlanSchema.completed(root);
  }

  private static String task() {
    try (InputStream text =
        ModelPrompt.class.getResourceAsStream("/dev/alidade/ask/model-task.md")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
