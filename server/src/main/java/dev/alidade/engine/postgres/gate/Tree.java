package dev.alidade.engine.postgres.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Reads fields of parse nodes, which leave out what is zero or empty. */
final class Tree {
  private Tree() {}

  static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }

  /** The byte where the node stands; negative if the parser does not tell. */
  static int place(JsonNode node) {
    return node.isObject() ? node.path("location").asInt(0) : -1;
  }

  /** The byte where a statement of several begins. */
  static int start(JsonNode statement) {
    return statement.path("stmt_location").asInt(0);
  }

  /** How many bytes a statement has; 0 for all up to the end of the text. */
  static int length(JsonNode statement) {
    return statement.path("stmt_len").asInt(0);
  }

  /** The parts of a name that may be qualified. */
  static List<String> name(JsonNode list) {
    return list.valueStream().map(part -> text(part.path("String"), "sval")).toList();
  }
}
