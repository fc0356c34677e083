package dev.alidade.edge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Rows under named columns, whatever operation gave them. */
record Table(List<String> columns, List<List<JsonNode>> rows) {
  Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Whether an output is a result: `columns` that have names, and `rows` of cells. */
  static boolean isResult(JsonNode output) {
    return output.path("columns").isArray() && output.path("rows").isArray();
  }

  /** The rows of a result. */
  static Table ofResult(JsonNode output) {
    List<String> columns = new ArrayList<>();
    output.path("columns").forEach(column -> columns.add(column.path("name").asText()));
    List<List<JsonNode>> rows = new ArrayList<>();
    output
        .path("rows")
        .forEach(
            row -> {
              List<JsonNode> cells = new ArrayList<>();
              row.forEach(cells::add);
              rows.add(cells);
            });
    return new Table(columns, rows);
  }

  /** Objects as rows; their fields are the columns. */
  static Table ofObjects(JsonNode objects) {
    Set<String> names = new LinkedHashSet<>();
    objects.forEach(object -> object.fieldNames().forEachRemaining(names::add));
    List<List<JsonNode>> rows = new ArrayList<>();
    objects.forEach(object -> rows.add(names.stream().map(object::path).toList()));
    return new Table(List.copyOf(names), rows);
  }

  /** A cell's text; what is absent is empty. */
  static String text(JsonNode cell) {
    if (cell.isNull() || cell.isMissingNode()) {
      return "";
    }
    if (isListOfWords(cell)) {
      List<String> words = new ArrayList<>();
      cell.forEach(word -> words.add(word.asText()));
      return String.join(", ", words);
    }
    if (cell.isNumber()) {
      return cell.isIntegralNumber() ? cell.asText() : cell.decimalValue().toPlainString();
    }
    return cell.isValueNode() ? cell.asText() : cell.toString();
  }

  /** Whether a value is a list of plain values. */
  static boolean isListOfWords(JsonNode value) {
    if (!value.isArray()) {
      return false;
    }
    for (JsonNode item : value) {
      if (!item.isValueNode()) {
        return false;
      }
    }
    return true;
  }

  /** Whether a column holds numbers, and nothing but them where it holds something. */
  boolean isNumeric(int column) {
    boolean any = false;
    for (List<JsonNode> row : rows) {
      JsonNode cell = row.get(column);
      any |= cell.isNumber();
      if (!cell.isNumber() && !cell.isNull() && !cell.isMissingNode()) {
        return false;
      }
    }
    return any;
  }
}
