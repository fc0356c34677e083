package dev.alidade.engine.duckdb.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TableView;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Puts views in the place of tables, in the tree itself, where no name can be misread: each becomes
 * a common table of the outermost query, where nothing of the statement is in scope, and is named
 * wherever its table stood.
 */
final class ViewTables {
  private final RecentTrees trees;
  private final Relations relations;
  private final AllowedFunctions allowed;

  ViewTables(RecentTrees trees, Relations relations, AllowedFunctions allowed) {
    this.trees = trees;
    this.relations = relations;
    this.allowed = allowed;
  }

  /** A view as a common table, and what stands where it is read. */
  private record Defined(JsonNode definition, ObjectNode reference) {}

  void replace(JsonNode tree, List<Findings.Place> places, List<TableView> views)
      throws SQLException, JsonProcessingException {
    String prefix = "alidade_view_";
    while (tree.toString().toLowerCase(Locale.ROOT).contains(prefix)) {
      prefix += "_";
    }
    Map<TableName, Defined> defined = new LinkedHashMap<>();
    for (TableView view : views) {
      if (places.stream().anyMatch(place -> place.table().equals(view.table()))) {
        defined.put(view.table(), define(view, prefix + (defined.size() + 1)));
      }
    }
    for (Findings.Place place : places) {
      Defined view = defined.get(place.table());
      if (view != null) {
        replace((ObjectNode) place.node(), view.reference().deepCopy());
      }
    }
    ArrayNode definitions = (ArrayNode) outermost(tree).path("cte_map").path("map");
    int index = 0;
    for (Defined view : defined.values()) {
      definitions.insert(index++, view.definition());
    }
  }

  // What SUMMARIZE and DESCRIBE tell of is a query of its own.
  private static JsonNode outermost(JsonNode tree) {
    JsonNode query = tree.path("statements").path(0).path("node");
    JsonNode told = query.path("from_table");
    boolean tells = told.path("type").asText().equals("SHOW_REF") && told.path("query").isObject();
    return tells ? told.path("query") : query;
  }

  private Defined define(TableView view, String name) throws SQLException, JsonProcessingException {
    JsonNode tree =
        trees.of(
            "WITH %1$s AS NOT MATERIALIZED (%2$s) SELECT * FROM %1$s"
                .formatted(name, view.query()));
    JsonNode node = tree.path("statements").path(0).path("node");
    JsonNode definitions = node.path("cte_map").path("map");
    JsonNode reference = node.path("from_table");
    boolean asExpected =
        tree.path("statements").size() == 1
            && definitions.size() == 1
            && reference.path("type").asText().equals("BASE_TABLE");
    if (!asExpected) {
      // The condition of a policy is an administrator's, and may be wrong.
      throw new SQLException("the view of a table is not valid SQL");
    }
    Findings findings = new Findings(view.query());
    new TreeWalk(relations, allowed, findings).walk(tree.path("statements"));
    for (Findings.Place place : findings.places()) {
      qualify((ObjectNode) place.node(), place.table());
    }
    return new Defined(definitions.path(0), (ObjectNode) reference);
  }

  // A name with a schema before it is never that of a common table of the statement.
  private static void qualify(ObjectNode table, TableName name) {
    JsonNode path = table.path("qualified_name").path("path");
    if (path.size() == 1) {
      String schema = name.schema().orElse("main");
      ((ArrayNode) path).insert(0, schema);
      table.put("schema_name", schema);
    }
  }

  /** The view is called as the table was, and sampled and its columns renamed as it was. */
  private static void replace(ObjectNode table, ObjectNode view) {
    String alias = table.path("alias").asText();
    view.put("alias", alias.isEmpty() ? table.path("table_name").asText() : alias);
    view.set("sample", table.path("sample"));
    view.set("column_name_alias", table.path("column_name_alias"));
    table.removeAll();
    table.setAll(view);
  }
}
