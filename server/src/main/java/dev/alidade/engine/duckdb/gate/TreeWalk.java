package dev.alidade.engine.duckdb.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.sql.Effect;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks one statement's tree. Every node that is not on a list is a reason to refuse, and every
 * table reference that is not surely a common table expression is taken for a base table.
 */
final class TreeWalk {
  private static final Set<String> EXPRESSIONS =
      Set.of(
          "BETWEEN",
          "CASE",
          "CAST",
          "COLLATE",
          "COLUMN_REF",
          "COMPARISON",
          "CONJUNCTION",
          "CONSTANT",
          "FUNCTION",
          "LAMBDA",
          "OPERATOR",
          "PARAMETER",
          "POSITIONAL_REFERENCE",
          "STAR",
          "SUBQUERY",
          "TYPE",
          "WINDOW");
  private static final Set<String> QUERIES =
      Set.of("SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE");
  private static final Set<String> RELATIONS =
      Set.of("EMPTY", "EXPRESSION_LIST", "JOIN", "PIVOT", "SUBQUERY");
  private static final Set<String> MODIFIERS =
      Set.of(
          "ORDER_MODIFIER",
          "LIMIT_MODIFIER",
          "LIMIT_PERCENT_MODIFIER",
          "DISTINCT_MODIFIER",
          "ASCENDING",
          "DESCENDING",
          "ORDER_DEFAULT");
  private static final Map<String, Effect> CHANGES =
      Map.of(
          "INSERT_QUERY_NODE", Effect.WRITE,
          "UPDATE_QUERY_NODE", Effect.WRITE,
          "DELETE_QUERY_NODE", Effect.WRITE,
          "MERGE_QUERY_NODE", Effect.WRITE);

  private final Relations relations;
  private final AllowedFunctions allowed;
  private final Findings findings;
  private final boolean writes;

  TreeWalk(Relations relations, AllowedFunctions allowed, Findings findings) {
    this(relations, allowed, findings, false);
  }

  private TreeWalk(
      Relations relations, AllowedFunctions allowed, Findings findings, boolean writes) {
    this.relations = relations;
    this.allowed = allowed;
    this.findings = findings;
    this.writes = writes;
  }

  /** A walk through what is written, where a value may be a column's own. */
  static TreeWalk ofWrite(Relations relations, AllowedFunctions allowed, Findings findings) {
    return new TreeWalk(relations, allowed, findings, true);
  }

  void walk(JsonNode statement) {
    any(statement, Names.NONE);
  }

  private void any(JsonNode node, Names names) {
    if (node.isArray()) {
      node.forEach(element -> any(element, names));
      return;
    }
    if (!node.isObject()) {
      return;
    }
    if (node.has("class")) {
      expression(node, names);
      return;
    }
    if (node.has("cte_map")) {
      query(node, names);
      return;
    }
    if (node.path("type").isTextual()) {
      relationOrModifier(node, names);
      return;
    }
    children(node, names);
  }

  private void children(JsonNode node, Names names) {
    node.forEach(child -> any(child, names));
  }

  private void query(JsonNode node, Names outer) {
    String type = node.path("type").asText();
    if (!QUERIES.contains(type)) {
      Effect change = CHANGES.getOrDefault(type, Effect.ADMIN);
      findings.effect(change);
      findings.refuse(
          change == Effect.WRITE ? ErrorCode.NOT_READ_ONLY : ErrorCode.SQL_DENIED,
          "%s is not allowed inside a query; write a SELECT"
              .formatted(type.replace("_QUERY_NODE", "").replace("_NODE", "").replace('_', ' ')),
          place(node));
    }
    Names names = outer;
    for (JsonNode entry : node.path("cte_map").path("map")) {
      String name = entry.path("key").asText();
      any(entry.path("value"), names);
      names = names.with(name);
    }
    Names repeated = names;
    if (type.equals("RECURSIVE_CTE_NODE")) {
      // Only the part that is repeated reads itself: where it begins, its name is that of a table.
      String name = node.path("cte_name").asText();
      names = names.without(name);
      repeated = names.withRecursive(name);
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!field.getKey().equals("cte_map")) {
        any(field.getValue(), field.getKey().equals("right") ? repeated : names);
      }
    }
  }

  private void relationOrModifier(JsonNode node, Names names) {
    String type = node.path("type").asText();
    switch (type) {
      case "BASE_TABLE" -> baseTable(node, names);
      case "TABLE_FUNCTION" -> tableFunction(node, names);
      case "SHOW_REF" -> show(node, names);
      default -> {
        if (!RELATIONS.contains(type) && !MODIFIERS.contains(type)) {
          findings.refuse(
              ErrorCode.SQL_DENIED,
              "%s is not allowed in a query; select from tables"
                  .formatted(type.toLowerCase(Locale.ROOT).replace('_', ' ')),
              place(node));
        }
        children(node, names);
      }
    }
  }

  private void baseTable(JsonNode node, Names names) {
    List<String> path = path(node);
    children(node, names);
    if (!node.path("at_clause").isNull()) {
      findings.refuse(
          ErrorCode.NOT_SUPPORTED, "Tables have no versions here; leave AT out", place(node));
    }
    if (names.isCommonTable(path)) {
      return;
    }
    Optional<TableName> table = relations.find(path);
    if (table.isPresent()) {
      findings.table(table.get(), node);
      return;
    }
    String written = String.join(".", path);
    if (looksLikeFile(path)) {
      findings.refuse(
          ErrorCode.TABLE_DENIED,
          "`%s` is a file, not a table of this source; add it as a source of its own"
              .formatted(written),
          place(node));
      return;
    }
    findings.refuse(
        ErrorCode.TABLE_NOT_FOUND,
        "Table `%s` not found%s".formatted(written, relations.hint(path.getLast())),
        place(node));
  }

  private void tableFunction(JsonNode node, Names names) {
    JsonNode function = node.path("function");
    String name = functionName(function);
    findings.function(name);
    if (!allowed.asTable(name) || !isFunctionCall(function) || relations.definesFunction(name)) {
      refuseFunction(name, Set.copyOf(allowed.in(AllowedFunctions.Place.TABLE)), place(node));
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!field.getKey().equals("function")) {
        any(field.getValue(), names);
      }
    }
    children(function, names);
  }

  private void show(JsonNode node, Names names) {
    if (!node.path("query").isObject()) {
      findings.refuse(
          ErrorCode.NOT_SUPPORTED, "SHOW: ask `describe_source` for tables and columns", -1);
    }
    children(node, names);
  }

  private void expression(JsonNode node, Names names) {
    String kind = node.path("class").asText();
    if (!EXPRESSIONS.contains(kind) && !(writes && kind.equals("DEFAULT"))) {
      findings.refuse(
          ErrorCode.SQL_DENIED,
          "%s is not allowed in a query".formatted(node.path("type").asText()),
          place(node));
    }
    switch (kind) {
      case "COLUMN_REF" -> findings.column(String.join(".", strings(node.path("column_names"))));
      case "FUNCTION" -> call(node);
      case "WINDOW" -> call(node);
      case "TYPE" -> type(node);
      default -> {
        // The children decide.
      }
    }
    children(node, names);
  }

  private void call(JsonNode node) {
    String name = functionName(node);
    if (Character.isLetter(name.codePointAt(0))) {
      findings.function(name);
    }
    if (!allowed.inExpression(name) || relations.definesFunction(name)) {
      refuseFunction(name, allowed.in(AllowedFunctions.Place.SCALAR), place(node));
    }
  }

  private void type(JsonNode node) {
    if (path(node).size() > 1) {
      findings.refuse(
          ErrorCode.SQL_DENIED, "Write the type without a schema before its name", place(node));
    }
  }

  private void refuseFunction(String name, Set<String> candidates, long place) {
    if (relations.knowsFunction(name)) {
      findings.refuse(
          ErrorCode.FUNCTION_DENIED,
          "Function `%s` is not allowed in queries".formatted(name),
          place);
      return;
    }
    findings.refuse(
        ErrorCode.FUNCTION_NOT_FOUND,
        "Function `%s` not found%s".formatted(name, Nearest.hint(name, candidates)),
        place);
  }

  private static boolean isFunctionCall(JsonNode node) {
    return node.path("class").asText().equals("FUNCTION");
  }

  /**
   * The name without what stands before it: that is a schema, or a column as in {@code
   * name.upper()}. Whatever it is, an allowed name can only reach the engine's own function,
   * because names that the database defines in any schema are refused.
   */
  private static String functionName(JsonNode node) {
    List<String> path = path(node);
    String name = path.isEmpty() ? node.path("function_name").asText() : path.getLast();
    return name.isEmpty() ? "?" : name.toLowerCase(Locale.ROOT);
  }

  private static boolean looksLikeFile(List<String> path) {
    String name = path.getLast();
    return path.size() == 1 && (name.contains("/") || name.contains("*") || name.contains("."));
  }

  private static List<String> path(JsonNode node) {
    return strings(node.path("qualified_name").path("path"));
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(element -> strings.add(element.asText()));
    return strings;
  }

  private static long place(JsonNode node) {
    JsonNode place = node.path("query_location");
    return place.canConvertToInt() ? place.asInt() : -1;
  }
}
