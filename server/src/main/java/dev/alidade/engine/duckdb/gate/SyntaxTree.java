package dev.alidade.engine.duckdb.gate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Reads and compares the trees that DuckDB's parser gives. */
final class SyntaxTree {
  /** JSON levels; an expression takes two or three of them. */
  private static final int DEEPEST = 600;

  private static final int LONGEST = 24_000_000;

  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(DEEPEST)
                      .maxStringLength(LONGEST)
                      .maxDocumentLength(LONGEST)
                      .build())
              .build());

  private SyntaxTree() {}

  /** The tree; fails where it is deeper or longer than a person writes. */
  static JsonNode read(String json) throws JsonProcessingException {
    return JSON.readTree(json);
  }

  /** Whether two trees say the same, wherever it stands in their texts. */
  static boolean sameMeaning(JsonNode left, JsonNode right) {
    return CanonicalTree.of(left).equals(CanonicalTree.of(right));
  }

  /** Places in the text of {@code from} for places in the text of {@code to}, tree by tree. */
  static NavigableMap<Integer, Integer> places(JsonNode to, JsonNode from) {
    NavigableMap<Integer, Integer> places = new TreeMap<>();
    collectPlaces(to, from, places);
    return places;
  }

  private static void collectPlaces(
      JsonNode to, JsonNode from, NavigableMap<Integer, Integer> places) {
    if (to.path("query_location").canConvertToInt()
        && from.path("query_location").canConvertToInt()) {
      places.putIfAbsent(to.get("query_location").asInt(), from.get("query_location").asInt());
    }
    if (to.isObject()) {
      for (Map.Entry<String, JsonNode> field : to.properties()) {
        collectPlaces(field.getValue(), from.path(field.getKey()), places);
      }
    }
    for (int index = 0; to.isArray() && index < to.size(); index++) {
      collectPlaces(to.get(index), from.path(index), places);
    }
  }
}
