package dev.alidade.engine.duckdb.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A tree without what its text decides and its meaning does not: places, and the few forms that
 * DuckDB prints in another way than it read them.
 */
final class CanonicalTree {
  /** Where it stood; and whether a function was written as an operator, as in LIKE ... ESCAPE. */
  private static final Set<String> MEANINGLESS =
      Set.of("query_location", "query_location_length", "is_operator");

  private CanonicalTree() {}

  static JsonNode of(JsonNode node) {
    if (node.isArray()) {
      ArrayNode elements = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> elements.add(of(element)));
      return elements;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!MEANINGLESS.contains(field.getKey())) {
        fields.set(field.getKey(), of(field.getValue()));
      }
    }
    sortReplacements(fields);
    spellOutGroupSets(fields);
    dropRepeatedAlias(fields);
    return withoutValuesWrapper(fields);
  }

  /** The replacements of a star are a map; DuckDB prints it in any order. */
  private static void sortReplacements(ObjectNode fields) {
    if (fields.path("replace_list").size() > 1) {
      fields.set("replace_list", sorted(fields.get("replace_list")));
    }
  }

  /** ROLLUP and CUBE print as GROUPING SETS, which number the same expressions anew. */
  private static void spellOutGroupSets(ObjectNode fields) {
    JsonNode expressions = fields.path("group_expressions");
    if (fields.path("group_sets").size() < 2) {
      return;
    }
    ArrayNode sets = JsonNodeFactory.instance.arrayNode();
    for (JsonNode set : fields.get("group_sets")) {
      ArrayNode spelledOut = JsonNodeFactory.instance.arrayNode();
      set.forEach(index -> spelledOut.add(expressions.path(index.asInt())));
      sets.add(sorted(spelledOut));
    }
    fields.set("group_sets", sorted(sets));
    fields.set("group_expressions", sorted(expressions));
  }

  /** A named argument repeats its name as an alias when it is written out, and only then. */
  private static void dropRepeatedAlias(ObjectNode fields) {
    if (fields.size() == 2
        && fields.path("expression") instanceof ObjectNode argument
        && fields.path("name").isTextual()
        && argument.path("alias").equals(fields.get("name"))) {
      argument.put("alias", "");
    }
  }

  /** VALUES prints as a subquery that selects everything from the same VALUES. */
  private static JsonNode withoutValuesWrapper(ObjectNode fields) {
    JsonNode inner = fields.path("subquery").path("node");
    JsonNode values = inner.path("from_table");
    boolean wrapper =
        fields.path("type").asText().equals("SUBQUERY")
            && !fields.has("class")
            && fields.path("alias").asText().equals("valueslist")
            && fields.path("column_name_alias").isEmpty()
            && fields.path("sample").isNull()
            && values.path("type").asText().equals("EXPRESSION_LIST")
            && isSelectAll(inner);
    return wrapper ? values : fields;
  }

  private static boolean isSelectAll(JsonNode select) {
    JsonNode star = select.path("select_list").path(0);
    return select.path("type").asText().equals("SELECT_NODE")
        && select.path("select_list").size() == 1
        && star.path("class").asText().equals("STAR")
        && star.path("exclude_list").isEmpty()
        && star.path("replace_list").isEmpty()
        && star.path("rename_list").isEmpty()
        && star.path("expr").isNull()
        && select.path("modifiers").isEmpty()
        && select.path("cte_map").path("map").isEmpty()
        && select.path("where_clause").isNull()
        && select.path("group_expressions").isEmpty()
        && select.path("having").isNull()
        && select.path("qualify").isNull()
        && select.path("sample").isNull();
  }

  private static ArrayNode sorted(JsonNode array) {
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    elements.sort(Comparator.comparing(JsonNode::toString));
    return JsonNodeFactory.instance.arrayNode().addAll(elements);
  }
}
