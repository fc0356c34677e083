package dev.alidade.engine.duckdb.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TableView;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts views in the place of tables, in the tree itself, where no name can be misread. */
final class ViewTables {
  private final Grammar grammar;

  ViewTables(Grammar grammar) {
    this.grammar = grammar;
  }

  void replace(List<Findings.Place> places, List<TableView> views)
      throws SQLException, JsonProcessingException {
    Map<TableName, String> queries = new HashMap<>();
    views.forEach(view -> queries.put(view.table(), view.query()));
    for (Findings.Place place : places) {
      String query = queries.get(place.table());
      if (query != null) {
        replace((ObjectNode) place.node(), subquery(query));
      }
    }
  }

  private ObjectNode subquery(String query) throws SQLException, JsonProcessingException {
    JsonNode tree =
        SyntaxTree.read(grammar.parse("SELECT * FROM (%s) AS replaced".formatted(query)));
    JsonNode relation = tree.path("statements").path(0).path("node").path("from_table");
    if (!relation.path("type").asText().equals("SUBQUERY")) {
      // The condition of a policy is an administrator's, and may be wrong.
      throw new SQLException("the view of a table is not valid SQL");
    }
    return (ObjectNode) relation;
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
