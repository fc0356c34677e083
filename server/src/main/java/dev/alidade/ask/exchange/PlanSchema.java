package dev.alidade.ask.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.plan.Words;
import dev.alidade.operation.Json;
import dev.alidade.sql.TableName;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/** The JSON Schema of plans as {@link PlanReader} reads them, drawn from the records. */
public final class PlanSchema {
  private static final ObjectNode DEFINITIONS = new PlanSchema().definitions();

  private final ObjectNode definitions = Json.mapper().createObjectNode();

  private PlanSchema() {}

  /** A schema whose root is a plan. */
  public static ObjectNode ofPlan() {
    ObjectNode root = Json.mapper().createObjectNode().put("$ref", "#/$defs/plan");
    root.set("$defs", DEFINITIONS.deepCopy());
    return root;
  }

  /** Adds what a reference to {@code #/$defs/plan} within this schema needs. */
  public static ObjectNode completed(ObjectNode schema) {
    schema.set("$defs", DEFINITIONS.deepCopy());
    return schema;
  }

  private ObjectNode definitions() {
    reference(Plan.class);
    return definitions;
  }

  private ObjectNode reference(Class<?> type) {
    String name = nameOf(type);
    if (!definitions.has(name)) {
      // Standing there before it is complete lets a type hold itself.
      ObjectNode definition = definitions.putObject(name);
      Map<String, Class<?>> kinds = Shapes.kinds(type);
      if (kinds.isEmpty()) {
        fields(definition, type, "");
      } else {
        ArrayNode choices = definition.putArray("anyOf");
        kinds.forEach((kind, record) -> fields(choices.addObject(), record, kind));
      }
    }
    return Json.mapper().createObjectNode().put("$ref", "#/$defs/" + name);
  }

  private void fields(ObjectNode schema, Class<?> record, String kind) {
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = Json.mapper().createArrayNode();
    if (!kind.isEmpty()) {
      properties.putObject(Shapes.KIND).put("const", kind);
      required.add(Shapes.KIND);
    }
    if (kind.isEmpty()) {
      Shapes.kindOf(record).ifPresent(own -> properties.putObject(Shapes.KIND).put("const", own));
    }
    for (RecordComponent component : record.getRecordComponents()) {
      if (Shapes.isGiven(component)) {
        continue;
      }
      String name = Shapes.name(component);
      properties.set(name, schemaOf(component));
      if (Shapes.isNeeded(component)) {
        required.add(name);
      }
    }
    schema.set("required", required);
    schema.put("additionalProperties", false);
  }

  private ObjectNode schemaOf(RecordComponent component) {
    if (Shapes.isOptional(component)) {
      return schemaOf(Shapes.held(component));
    }
    if (Shapes.isList(component)) {
      ObjectNode list = Json.mapper().createObjectNode().put("type", "array");
      list.set("items", schemaOf(Shapes.held(component)));
      return list;
    }
    return schemaOf(component.getType());
  }

  private ObjectNode schemaOf(Class<?> type) {
    ObjectNode schema = Json.mapper().createObjectNode();
    if (type == String.class || type == TableName.class || type == Words.class) {
      return schema.put("type", "string");
    }
    if (type == boolean.class || type == Boolean.class) {
      return schema.put("type", "boolean");
    }
    if (type == long.class || type == int.class || type == Long.class || type == Integer.class) {
      return schema.put("type", "integer");
    }
    if (type == BigDecimal.class) {
      return schema.put("type", "number");
    }
    if (type == LocalDate.class) {
      return schema.put("type", "string").put("format", "date");
    }
    if (type.isEnum()) {
      schema.put("type", "string");
      Shapes.words(type).forEach(schema.putArray("enum")::add);
      return schema;
    }
    return reference(type);
  }

  private static String nameOf(Class<?> type) {
    return type.getSimpleName().toLowerCase(Locale.ROOT);
  }
}
