package dev.alidade.edge.mcp.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * JSON in few tokens for a model to read: a line a value, and lists of alike objects, or rows with
 * their columns, as tables whose cells are separated by tabs.
 */
final class CompactText {
  private final StringBuilder text = new StringBuilder();

  private CompactText() {}

  static String of(JsonNode value) {
    CompactText compact = new CompactText();
    compact.object(value, "");
    return compact.text.toString().stripTrailing();
  }

  private void object(JsonNode object, String indent) {
    boolean tabular = isTable(object);
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (tabular && field.getKey().equals("columns")) {
        continue;
      }
      if (tabular && field.getKey().equals("rows")) {
        rows(object.get("columns"), field.getValue(), indent);
        continue;
      }
      field(field.getKey(), field.getValue(), indent);
    }
  }

  private void field(String name, JsonNode value, String indent) {
    text.append(indent).append(name).append(':');
    if (value.isObject() && !value.isEmpty()) {
      text.append('\n');
      object(value, indent + "  ");
      return;
    }
    if (value.isArray() && hasContainers(value)) {
      text.append('\n');
      list(value, indent + "  ");
      return;
    }
    text.append(' ').append(inline(value)).append('\n');
  }

  private void list(JsonNode array, String indent) {
    if (isFlat(array)) {
      Set<String> names = new LinkedHashSet<>();
      array.forEach(object -> object.fieldNames().forEachRemaining(names::add));
      line(indent, List.copyOf(names));
      for (JsonNode object : array) {
        line(indent, names.stream().map(name -> cell(object.path(name))).toList());
      }
      return;
    }
    for (JsonNode element : array) {
      if (element.isObject()) {
        text.append(indent).append("-\n");
        object(element, indent + "  ");
        continue;
      }
      text.append(indent).append("- ").append(inline(element)).append('\n');
    }
  }

  private void rows(JsonNode columns, JsonNode rows, String indent) {
    List<String> names = new ArrayList<>();
    columns.forEach(column -> names.add(escape(column.get("name").asText())));
    line(indent, names);
    for (JsonNode row : rows) {
      List<String> cells = new ArrayList<>();
      row.forEach(value -> cells.add(cell(value)));
      line(indent, cells);
    }
  }

  private void line(String indent, List<String> cells) {
    text.append(indent).append(String.join("\t", cells)).append('\n');
  }

  /** Whether it has rows, and columns with names. */
  static boolean isTable(JsonNode object) {
    JsonNode columns = object.path("columns");
    JsonNode rows = object.path("rows");
    return rows.isArray()
        && columns.isArray()
        && !columns.isEmpty()
        && stream(columns).allMatch(column -> column.path("name").isTextual())
        && stream(rows).allMatch(row -> row.isArray() && row.size() == columns.size());
  }

  private static boolean isFlat(JsonNode array) {
    return stream(array)
        .allMatch(element -> element.isObject() && !hasContainers(element) && !element.isEmpty());
  }

  private static boolean hasContainers(JsonNode value) {
    return stream(value).anyMatch(JsonNode::isContainerNode);
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode container) {
    return java.util.stream.StreamSupport.stream(container.spliterator(), false);
  }

  private static String inline(JsonNode value) {
    if (!value.isArray()) {
      return cell(value);
    }
    List<String> cells = new ArrayList<>();
    value.forEach(element -> cells.add(cell(element)));
    return String.join(", ", cells);
  }

  private static String cell(JsonNode value) {
    if (value.isMissingNode()) {
      return "";
    }
    return value.isTextual() ? escape(value.textValue()) : value.toString();
  }

  private static String escape(String words) {
    return words
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }
}
