package dev.alidade.ask.exchange;

import com.fasterxml.jackson.databind.JsonNode;

/** What a column of an answer is called where its planner did not say. */
final class Labels {
  private static final int LONGEST = 60;

  private Labels() {}

  static String of(JsonNode expression) {
    String label =
        switch (expression.path(Shapes.KIND).asText()) {
          case "column" -> expression.path("column").asText();
          case "aggregate" ->
              expression.path("argument").isObject()
                  ? expression.path("function").asText() + "_" + of(expression.path("argument"))
                  : "count";
          case "period" -> expression.path("grain").asText();
          case "part" -> expression.path("part").asText();
          default -> "value";
        };
    String line = label.replaceAll("\\p{Cntrl}", " ").strip();
    return line.isEmpty() ? "value" : line.substring(0, Math.min(LONGEST, line.length()));
  }
}
