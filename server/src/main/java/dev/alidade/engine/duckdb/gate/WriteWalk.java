package dev.alidade.engine.duckdb.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.ErrorCode;
import dev.alidade.sql.Effect;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks through the tree of an INSERT, UPDATE or DELETE that changes one table by itself. Every
 * field that is not known here has to be empty.
 */
final class WriteWalk {
  private static final Set<String> EVERYWHERE =
      Set.of("type", "returning_list", "cte_map", "query_location", "query_location_length");
  private static final Map<String, Set<String>> FIELDS =
      Map.of(
          "INSERT_QUERY_NODE",
          Set.of(
              "qualified_name",
              "table",
              "schema",
              "catalog",
              "columns",
              "select_statement",
              "default_values",
              "column_order"),
          "UPDATE_QUERY_NODE",
          Set.of("table", "set_info"),
          "DELETE_QUERY_NODE",
          Set.of("table", "condition"));
  private static final Set<String> SET_FIELDS = Set.of("condition", "columns", "expressions");
  private static final Set<String> TABLE_FIELDS =
      Set.of(
          "type",
          "alias",
          "query_location",
          "query_location_length",
          "qualified_name",
          "schema_name",
          "table_name",
          "catalog_name");

  private final Relations relations;
  private final TreeWalk walk;
  private final Findings findings;

  WriteWalk(Relations relations, TreeWalk walk, Findings findings) {
    this.relations = relations;
    this.walk = walk;
    this.findings = findings;
  }

  /** The changed table; empty where there is none, which is refused. */
  Optional<TableName> change(JsonNode node) {
    findings.effect(Effect.WRITE);
    String type = node.path("type").asText();
    Set<String> known = FIELDS.get(type);
    if (known == null) {
      findings.refuse(
          ErrorCode.SQL_DENIED, "Only INSERT, UPDATE and DELETE are written with; write one", -1);
      return Optional.empty();
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!known.contains(field.getKey()) && !EVERYWHERE.contains(field.getKey())) {
        refuseUnlessEmpty(field.getKey(), field.getValue());
      }
    }
    refuseUnlessEmpty("cte_map", node.path("cte_map").path("map"));
    return switch (type) {
      case "INSERT_QUERY_NODE" -> insert(node);
      case "UPDATE_QUERY_NODE" -> update(node);
      default -> {
        walk.walk(node.path("condition"));
        yield target(node.path("table"));
      }
    };
  }

  private Optional<TableName> insert(JsonNode node) {
    node.path("columns").forEach(column -> findings.column(column.asText()));
    walk.walk(node.path("select_statement"));
    JsonNode names = node.path("qualified_name").path("path");
    List<String> path = new ArrayList<>();
    if (names.isArray()) {
      names.forEach(name -> path.add(name.asText()));
    } else {
      for (String part : List.of("catalog", "schema", "table")) {
        if (!node.path(part).asText().isEmpty()) {
          path.add(node.path(part).asText());
        }
      }
    }
    return named(path, -1);
  }

  private Optional<TableName> update(JsonNode node) {
    JsonNode set = node.path("set_info");
    for (Map.Entry<String, JsonNode> field : set.properties()) {
      if (!SET_FIELDS.contains(field.getKey())) {
        refuseUnlessEmpty(field.getKey(), field.getValue());
      }
    }
    set.path("columns").forEach(column -> findings.column(column.asText()));
    walk.walk(set.path("expressions"));
    walk.walk(set.path("condition"));
    return target(node.path("table"));
  }

  private Optional<TableName> target(JsonNode table) {
    if (!table.path("type").asText().equals("BASE_TABLE")) {
      findings.refuse(
          ErrorCode.SQL_DENIED,
          "A write names one table; find its rows with a subquery instead of a join",
          -1);
      return Optional.empty();
    }
    for (Map.Entry<String, JsonNode> field : table.properties()) {
      if (!TABLE_FIELDS.contains(field.getKey())) {
        refuseUnlessEmpty(field.getKey(), field.getValue());
      }
    }
    List<String> path = new ArrayList<>();
    table.path("qualified_name").path("path").forEach(name -> path.add(name.asText()));
    return named(path, table.path("query_location").asLong(-1));
  }

  private Optional<TableName> named(List<String> path, long place) {
    Optional<TableName> table = path.isEmpty() ? Optional.empty() : relations.find(path);
    if (table.isEmpty()) {
      String last = path.isEmpty() ? "" : path.getLast();
      findings.refuse(
          ErrorCode.TABLE_NOT_FOUND,
          "Table `%s` not found%s".formatted(String.join(".", path), relations.hint(last)),
          place);
    }
    table.ifPresent(findings::changed);
    return table;
  }

  private void refuseUnlessEmpty(String field, JsonNode value) {
    boolean empty =
        value.isNull()
            || value.isMissingNode()
            || (value.isContainerNode() && value.isEmpty())
            || (value.isBoolean() && !value.asBoolean())
            || (value.isTextual() && value.asText().isEmpty());
    if (empty) {
      return;
    }
    findings.refuse(
        ErrorCode.SQL_DENIED,
        switch (field) {
          case "cte_map" -> "WITH does not stand before a write here; use subqueries";
          case "from_table", "using_clauses" ->
              "A write names one table; find its rows with a subquery instead of FROM or USING";
          case "on_conflict_info", "table_ref" ->
              "ON CONFLICT and OR hide how many rows are new; write INSERT or UPDATE by itself";
          case "is_truncate" -> "TRUNCATE does not say which rows it touches; write DELETE";
          default -> "`%s` does not belong into a write here".formatted(field);
        },
        -1);
  }
}
