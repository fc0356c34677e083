package dev.alidade.edge.mcp.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What stands in the columns of rows: types, how many values, and from where to where. */
final class ColumnSummary {
  private static final int LONGEST = 60;
  private static final Comparator<JsonNode> ORDER = ColumnSummary::compare;

  private ColumnSummary() {}

  static ObjectNode of(JsonNode columns, ArrayNode rows) {
    ObjectNode summary = JsonRpc.object();
    ArrayNode header = summary.putArray("columns");
    for (String name : new String[] {"column", "type", "distinct", "nulls", "min", "max"}) {
      header.addObject().put("name", name);
    }
    ArrayNode lines = summary.putArray("rows");
    for (int column = 0; column < columns.size(); column++) {
      describe(columns.get(column), column, rows, lines.addArray());
    }
    return summary;
  }

  private static void describe(JsonNode label, int column, ArrayNode rows, ArrayNode line) {
    Set<JsonNode> distinct = new HashSet<>();
    int nulls = 0;
    Optional<JsonNode> least = Optional.empty();
    Optional<JsonNode> most = Optional.empty();
    for (JsonNode row : rows) {
      JsonNode cell = row.get(column);
      if (cell.isNull()) {
        nulls++;
        continue;
      }
      distinct.add(cell);
      if (cell.isValueNode()) {
        least = least.filter(value -> ORDER.compare(value, cell) <= 0).or(() -> Optional.of(cell));
        most = most.filter(value -> ORDER.compare(value, cell) >= 0).or(() -> Optional.of(cell));
      }
    }
    line.add(label.path("name").asText()).add(label.path("type").asText());
    line.add(distinct.size()).add(nulls);
    line.add(least.map(ColumnSummary::shown).orElse(""))
        .add(most.map(ColumnSummary::shown).orElse(""));
  }

  private static int compare(JsonNode one, JsonNode other) {
    return one.isNumber() && other.isNumber()
        ? one.decimalValue().compareTo(other.decimalValue())
        : one.asText().compareTo(other.asText());
  }

  private static String shown(JsonNode value) {
    String text = value.asText();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
