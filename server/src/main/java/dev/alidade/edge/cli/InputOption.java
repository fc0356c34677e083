package dev.alidade.edge.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Json;
import dev.alidade.operation.Operation;
import dev.alidade.operation.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A field of an operation's input as an option of its sub-command. */
record InputOption(String field, Kind kind, boolean required, String description) {
  /** What the value must be. */
  enum Kind {
    TEXT,
    NUMBER,
    FLAG,
    TEXTS,
    JSON
  }

  /** The options of an operation, in the order of its input record. */
  static List<InputOption> of(Operation<?, ?> operation) {
    ObjectNode schema = Schemas.of(operation.input());
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    List<InputOption> options = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      options.add(
          new InputOption(
              property.getKey(),
              kindOf(property.getValue()),
              required.contains(property.getKey()),
              property.getValue().path("description").asText()));
    }
    return options;
  }

  private static Kind kindOf(JsonNode schema) {
    JsonNode type = schema.path("type");
    String name = type.isArray() ? type.path(0).asText() : type.asText();
    return switch (name) {
      case "string" -> Kind.TEXT;
      case "integer" -> Kind.NUMBER;
      case "boolean" -> Kind.FLAG;
      case "array" -> schema.at("/items/type").asText().equals("string") ? Kind.TEXTS : Kind.JSON;
      default -> Kind.JSON;
    };
  }

  /** The option as typed, such as {@code --source}. */
  String flag() {
    return "--" + field.replace('_', '-');
  }

  /** The word that stands for the value in help. */
  String placeholder() {
    return switch (kind) {
      case TEXT -> " TEXT";
      case NUMBER -> " NUMBER";
      case FLAG -> "";
      case TEXTS -> " TEXT,...";
      case JSON -> " JSON";
    };
  }

  /** The value as the input carries it. */
  JsonNode valueOf(String text) {
    return switch (kind) {
      case TEXT -> TextNode.valueOf(text);
      case FLAG -> BooleanNode.valueOf(!text.equals("false"));
      case NUMBER -> number(text);
      case TEXTS -> text.startsWith("[") ? json(text) : texts(text);
      case JSON -> json(text);
    };
  }

  private JsonNode number(String text) {
    try {
      return LongNode.valueOf(Long.parseLong(text));
    } catch (NumberFormatException notANumber) {
      throw wrong("a whole number", text, notANumber);
    }
  }

  private static JsonNode texts(String text) {
    ArrayNode texts = Json.mapper().createArrayNode();
    for (String part : text.split(",", -1)) {
      texts.add(part.strip());
    }
    return texts;
  }

  private JsonNode json(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (JsonProcessingException malformed) {
      throw wrong("JSON such as [1, \"a\"] or {\"name\": 1}", text, malformed);
    }
  }

  private AlidadeException wrong(String wanted, String text, Exception cause) {
    return new AlidadeException(
        ErrorCode.INVALID_INPUT, "%s takes %s, not `%s`".formatted(flag(), wanted, text), cause);
  }
}
