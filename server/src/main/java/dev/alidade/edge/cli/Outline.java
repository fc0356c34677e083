package dev.alidade.edge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Any output as lines for people: values by name, lists of objects as tables. */
final class Outline {
  private final Terminal terminal;
  private final TableLayout layout;

  Outline(Terminal terminal) {
    this.terminal = terminal;
    layout = new TableLayout(terminal);
  }

  /** All fields but those left out. */
  List<String> lines(JsonNode object, Set<String> leftOut) {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (!leftOut.contains(field.getKey())) {
        add(lines, field.getKey(), field.getValue());
      }
    }
    return lines;
  }

  private void add(List<String> lines, String key, JsonNode value) {
    String name = terminal.bold(SafeText.oneLine(key.replace('_', ' ')) + ":");
    boolean saysNothing =
        value.isNull()
            || (value.isContainerNode() && value.isEmpty())
            || (value.isBoolean() && !value.asBoolean());
    if (saysNothing) {
      return;
    }
    if (value.isValueNode() || Table.isListOfWords(value)) {
      addText(lines, name, SafeText.lines(Table.text(value)));
      return;
    }
    if (value.isObject() && isFlat(List.of(value))) {
      lines.add(name + " " + inline(value));
      return;
    }
    if (value.isArray() && value.get(0).isObject() && isFlat(value) && haveOneField(value)) {
      lines.add(name);
      boolean chosenByNumber = key.equals("options");
      int number = 0;
      for (JsonNode item : value) {
        number++;
        String mark = chosenByNumber ? "  " + number + ". " : "  - ";
        lines.add(mark + SafeText.oneLine(Table.text(item.elements().next())));
      }
      return;
    }
    lines.add(name);
    List<String> inside = new ArrayList<>();
    if (value.isObject()) {
      inside.addAll(lines(value, Set.of()));
    } else if (isFlat(value)) {
      inside.addAll(layout.lines(Table.ofObjects(value), false));
    } else {
      value.forEach(item -> addItem(inside, item));
    }
    inside.forEach(line -> lines.add("  " + line));
  }

  private static void addText(List<String> lines, String name, String text) {
    if (!text.contains("\n")) {
      lines.add(name + " " + text);
      return;
    }
    lines.add(name);
    text.lines().forEach(line -> lines.add("  " + line));
  }

  private void addItem(List<String> lines, JsonNode item) {
    List<String> inside = item.isObject() ? lines(item, Set.of()) : List.of(Table.text(item));
    String mark = "- ";
    for (String line : inside) {
      lines.add(mark + line);
      mark = "  ";
    }
  }

  private static boolean haveOneField(JsonNode items) {
    for (JsonNode item : items) {
      if (item.size() != 1) {
        return false;
      }
    }
    return true;
  }

  /** A small object in one line. */
  private static String inline(JsonNode object) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String text = SafeText.oneLine(Table.text(field.getValue()));
      if (!text.isEmpty()) {
        parts.add(SafeText.oneLine(field.getKey().replace('_', ' ')) + " " + text);
      }
    }
    return String.join(", ", parts);
  }

  /** Whether every item is an object whose values stand in one cell each. */
  private static boolean isFlat(Iterable<JsonNode> items) {
    for (JsonNode item : items) {
      if (!item.isObject()) {
        return false;
      }
      for (JsonNode value : item) {
        if (!value.isValueNode() && !Table.isListOfWords(value)) {
          return false;
        }
      }
    }
    return true;
  }
}
