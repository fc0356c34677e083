package dev.alidade.edge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/** A table as comma-separated values (RFC 4180); what is absent is empty, empty text is quoted. */
final class Csv {
  private Csv() {}

  static String header(Table table) {
    return table.columns().stream().map(Csv::quoted).collect(Collectors.joining(","));
  }

  static String row(List<JsonNode> cells) {
    return cells.stream()
        .map(cell -> cell.isNull() || cell.isMissingNode() ? "" : quoted(Table.text(cell)))
        .collect(Collectors.joining(","));
  }

  private static String quoted(String text) {
    boolean needsQuotes =
        text.isEmpty()
            || text.indexOf(',') >= 0
            || text.indexOf('"') >= 0
            || text.indexOf('\n') >= 0
            || text.indexOf('\r') >= 0;
    return needsQuotes ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
