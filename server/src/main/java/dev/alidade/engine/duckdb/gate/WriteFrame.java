package dev.alidade.engine.duckdb.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.Location;
import java.util.Optional;

/**
 * A write as the body of a common table: DuckDB gives the tree of a SELECT only, and in it that of
 * every write. What runs is the whole SELECT, and its one row says how many rows were touched.
 */
public final class WriteFrame {
  private static final String BEFORE = "WITH alidade_write AS (";
  private static final String AFTER = "\nRETURNING 1) SELECT count(*) FROM alidade_write";

  /** A statement whose tree shows what the frame itself looks like. */
  static final String EXAMPLE = around("DELETE FROM t");

  private WriteFrame() {}

  /** The SELECT around a write. What it says is for its tree to tell, whatever the text does. */
  public static String around(String sql) {
    String bare = sql.stripTrailing();
    return BEFORE + (bare.endsWith(";") ? bare.substring(0, bare.length() - 1) : bare) + AFTER;
  }

  /** A place in the text of a write, for one in the text around it. */
  public static Location within(String sql, Location around) {
    return Location.of(sql, Math.max(0, around.offset() - BEFORE.length()));
  }

  /** The write in a tree that is otherwise the frame's own, to the last field; else nothing. */
  static Optional<JsonNode> write(JsonNode tree, JsonNode example) {
    Optional<ObjectNode> write = body(tree);
    Optional<ObjectNode> exampleWrite = body(example);
    if (write.isEmpty() || exampleWrite.isEmpty()) {
      return Optional.empty();
    }
    boolean framed =
        CanonicalTree.of(write.get().path("returning_list"))
                .equals(CanonicalTree.of(exampleWrite.get().path("returning_list")))
            && CanonicalTree.of(emptied(tree)).equals(CanonicalTree.of(emptied(example)));
    return framed ? Optional.of(write.get()) : Optional.empty();
  }

  private static JsonNode emptied(JsonNode tree) {
    JsonNode copy = tree.deepCopy();
    body(copy).ifPresent(ObjectNode::removeAll);
    // Which values are bound is no business of the frame's.
    if (copy.path("statements").path(0) instanceof ObjectNode statement) {
      statement.remove("named_param_map");
    }
    return copy;
  }

  private static Optional<ObjectNode> body(JsonNode tree) {
    JsonNode definitions = tree.path("statements").path(0).path("node").path("cte_map").path("map");
    JsonNode node = definitions.path(0).path("value").path("query_node");
    return definitions.size() == 1 && node instanceof ObjectNode write
        ? Optional.of(write)
        : Optional.empty();
  }
}
