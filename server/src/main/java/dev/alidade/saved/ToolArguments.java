package dev.alidade.saved;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.alidade.operation.Json;
import dev.alidade.workbench.BoundValues;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What the tool of a query takes: its parameters with their types, and what a page needs. */
final class ToolArguments {
  private static final Map<String, ObjectNode> OF_A_PAGE =
      Map.of(
          QueryDefinition.LIMIT,
          described(BoundValues.schema("integer"), "Rows a page"),
          QueryDefinition.CURSOR,
          described(BoundValues.schema("text"), "Of the page before, with the same values"));

  private ToolArguments() {}

  /** Their JSON Schema. */
  static ObjectNode schema(QueryDefinition query) {
    ObjectNode schema = Json.mapper().createObjectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.arrayNode();
    for (QueryParameter parameter : query.parameters()) {
      properties.set(parameter.name(), schema(parameter));
      if (parameter.isRequired()) {
        required.add(parameter.name());
      }
    }
    for (String field : List.of(QueryDefinition.LIMIT, QueryDefinition.CURSOR)) {
      if (!properties.has(field)) {
        properties.set(field, OF_A_PAGE.get(field));
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema.put("additionalProperties", false);
  }

  /** What run_query is given for the arguments of a call. */
  static ObjectNode input(QueryDefinition query, ObjectNode arguments) {
    ObjectNode input = Json.mapper().createObjectNode().put("name", query.name());
    ObjectNode values = arguments.deepCopy();
    for (String field : OF_A_PAGE.keySet()) {
      boolean isOwn = query.parameters().stream().anyMatch(each -> each.name().equals(field));
      if (!isOwn && values.has(field)) {
        input.set(field, values.remove(field));
      }
    }
    input.set("parameters", values);
    return input;
  }

  private static ObjectNode schema(QueryParameter parameter) {
    ObjectNode schema = BoundValues.schema(parameter.type().orElseThrow());
    String form = schema.path("description").asText();
    parameter
        .description()
        .ifPresent(words -> described(schema, form.isEmpty() ? words : words + "; " + form));
    String type = schema.path("type").asText();
    parameter
        .values()
        .ifPresent(
            values -> values.forEach(each -> schema.withArray("enum").add(json(type, each))));
    parameter.minimum().ifPresent(least -> schema.put("minimum", least));
    parameter.maximum().ifPresent(most -> schema.put("maximum", most));
    parameter.defaultValue().ifPresent(value -> schema.set("default", json(type, value)));
    return schema;
  }

  private static ObjectNode described(ObjectNode schema, String words) {
    return schema.put("description", words);
  }

  /** A value that a file may have written as text, as the type has it in JSON. */
  private static JsonNode json(String type, Object value) {
    String text = String.valueOf(Bounds.plain(value));
    return switch (type) {
      case "integer", "number" -> number(text);
      case "boolean" -> BooleanNode.valueOf(text.equals("true"));
      default -> TextNode.valueOf(text);
    };
  }

  private static JsonNode number(String text) {
    try {
      return DecimalNode.valueOf(new BigDecimal(text));
    } catch (NumberFormatException endless) {
      return TextNode.valueOf(text);
    }
  }
}
