package dev.alidade.edge.mcp.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.PageSize;
import dev.alidade.edge.mcp.protocol.JsonRpc;

/** A result with rows, as far as a model reads it: cut honestly, and summed up where it is cut. */
final class TableText {
  private static final int LONGEST_CELL = 1_000;

  private TableText() {}

  /** Changes an output for the text; gives whether there are more rows than it shows. */
  static boolean cut(ObjectNode output, PageSize size) {
    if (!CompactText.isTable(output)) {
      return false;
    }
    ArrayNode rows = (ArrayNode) output.get("rows");
    JsonNode columns = output.get("columns");
    boolean truncated = output.path("truncated").asBoolean();
    int shown = fitting(rows, columns.size(), size);
    if (truncated || shown < rows.size()) {
      ObjectNode summary = ColumnSummary.of(columns, rows);
      if (shown < rows.size()) {
        output.put("truncated", true);
        output.put("shown", "the first %,d of %,d rows".formatted(shown, rows.size()));
        // It goes on behind all these rows, so that those in between would be missed.
        output.remove("cursor");
      }
      output.set("summary_of_%d_rows".formatted(rows.size()), summary);
    }
    output.set("rows", firstOf(rows, shown));
    return output.path("truncated").asBoolean();
  }

  private static int fitting(ArrayNode rows, int columns, PageSize size) {
    int most = Math.min(rows.size(), size.rowsOf(columns));
    long characters = 0;
    for (int row = 0; row < most; row++) {
      for (JsonNode cell : rows.get(row)) {
        characters += cell.isTextual() ? cell.textValue().length() + 8 : 8;
      }
      if (characters > size.characters()) {
        return row + 1;
      }
    }
    return most;
  }

  private static ArrayNode firstOf(ArrayNode rows, int count) {
    ArrayNode first = JsonRpc.object().arrayNode();
    for (int row = 0; row < count; row++) {
      ArrayNode cells = first.addArray();
      rows.get(row).forEach(cell -> cells.add(shortened(cell)));
    }
    return first;
  }

  private static JsonNode shortened(JsonNode cell) {
    if (!cell.isTextual() || cell.textValue().length() <= LONGEST_CELL) {
      return cell;
    }
    String text = cell.textValue();
    return JsonRpc.object()
        .textNode(
            "%s... (%,d more characters)"
                .formatted(text.substring(0, LONGEST_CELL), text.length() - LONGEST_CELL));
  }
}
