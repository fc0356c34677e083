package dev.alidade.edge.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.alidade.operation.Json;
import dev.alidade.operation.Schemas;
import java.util.Map;
import java.util.TreeMap;

/** The named schemas of an OpenAPI document; a record's name is its schema's, every time. */
final class SchemaComponents {
  private static final String LOCAL = "#/$defs/";
  private static final String SHARED = "#/components/schemas/";

  private final Map<String, JsonNode> schemas = new TreeMap<>();

  /** A reference to a record's schema, which joins the components with all that it refers to. */
  ObjectNode reference(Class<? extends Record> type) {
    String name = type.getSimpleName();
    ObjectNode schema = Schemas.of(type);
    JsonNode definitions = schema.remove("$defs");
    if (definitions != null) {
      definitions
          .properties()
          .forEach(definition -> add(definition.getKey(), definition.getValue()));
    }
    String own = schema.path("$ref").asText();
    if (schema.size() == 1 && own.equals(LOCAL + name)) {
      return refer(name);
    }
    add(name, schema);
    return refer(name);
  }

  ObjectNode all() {
    ObjectNode all = Json.mapper().createObjectNode();
    schemas.forEach(all::set);
    return all;
  }

  private void add(String name, JsonNode schema) {
    point(schema);
    JsonNode known = schemas.putIfAbsent(allowed(name), schema);
    if (known != null && !known.equals(schema)) {
      throw new IllegalStateException("two different records are named " + name);
    }
  }

  private static void point(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.get("$ref") instanceof TextNode reference
        && reference.textValue().startsWith(LOCAL)) {
      object.put("$ref", SHARED + allowed(reference.textValue().substring(LOCAL.length())));
    }
    node.forEach(SchemaComponents::point);
  }

  /** OpenAPI takes letters, digits, dots and dashes only, and a map is named by its types. */
  private static String allowed(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("_$", "");
  }

  private static ObjectNode refer(String name) {
    return Json.mapper().createObjectNode().put("$ref", SHARED + name);
  }
}
