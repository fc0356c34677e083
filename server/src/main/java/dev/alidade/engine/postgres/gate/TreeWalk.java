package dev.alidade.engine.postgres.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.postgres.gate.NodeRules.Field;
import dev.alidade.sql.Effect;
import dev.alidade.sql.TableName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Walks through a SELECT: everything in it is known and allowed, or speaks against it. */
final class TreeWalk {
  static final int DEEPEST = 100;

  // Chains of one operator lean to the left and grow no deeper for a reader.
  private static final Set<String> LEFT = Set.of("lexpr", "larg");

  private final Findings findings;
  private final Names names;
  private final String schema;

  TreeWalk(Findings findings, Names names, String schema) {
    this.findings = findings;
    this.names = names;
    this.schema = schema;
  }

  /** Whether a SELECT names no columns at all, which the grammar permits. */
  static boolean isEmpty(JsonNode select) {
    return select.has("larg")
        ? isEmpty(select.path("larg"))
        : !select.has("targetList") && !select.has("valuesLists");
  }

  void select(JsonNode statement) {
    select(statement, Scope.outermost(), 0);
  }

  /** The table that a statement changes, and what it computes from the table's rows. */
  TableName change(JsonNode relation, List<JsonNode> expressions) {
    Scope scope = Scope.outermost();
    TableName table = tableOf(relation, scope).orElseThrow();
    String alias = relation.path("alias").path("aliasname").asText();
    scope.addAlias(alias.isEmpty() ? table.table() : alias, Optional.of(table));
    relation(relation, scope, 0);
    expressions.forEach(expression -> nodes(expression, scope, 1));
    return table;
  }

  private void nodes(JsonNode wrapped, Scope scope, int depth) {
    if (wrapped.isArray()) {
      wrapped.forEach(element -> nodes(element, scope, depth));
      return;
    }
    // The parser prints what is missing in a list as an empty object.
    for (Map.Entry<String, JsonNode> entry : wrapped.properties()) {
      node(entry.getKey(), entry.getValue(), scope, depth);
    }
  }

  private void node(String kind, JsonNode node, Scope scope, int depth) {
    if (depth > DEEPEST) {
      throw new TooDeep();
    }
    switch (kind) {
      case "SelectStmt" -> select(node, scope, depth);
      case "RangeVar" -> relation(node, scope, depth);
      case "ColumnRef" -> column(node, scope);
      case "A_Indirection" -> names.fields(node.path("indirection"), placeOf(node.path("arg")));
      case "FuncCall" -> names.function(node);
      case "A_Expr" -> names.operator(node.path("name"), node);
      case "SubLink" -> names.operator(node.path("operName"), node);
      case "SortBy" -> names.operator(node.path("useOp"), node);
      case "TypeName" -> names.type(node);
      case "RangeTableSample" -> names.sampling(node);
      case "SQLValueFunction" -> names.value(node);
      case "CoalesceExpr" -> findings.function("coalesce");
      case "MinMaxExpr" ->
          findings.function(Tree.text(node, "op").substring(3).toLowerCase(java.util.Locale.ROOT));
      default -> {}
    }
    if (!kind.equals("SelectStmt") && !kind.equals("RangeVar")) {
      fields(kind, node, scope, depth, Set.of());
    }
  }

  private void fields(String kind, JsonNode node, Scope scope, int depth, Set<String> done) {
    Optional<Map<String, Field>> rules = NodeRules.of(kind);
    if (rules.isEmpty()) {
      unknown(kind, node);
      return;
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String name = entry.getKey();
      if (done.contains(name)) {
        continue;
      }
      int deeper = LEFT.contains(name) ? depth : depth + 1;
      switch (rules.get().get(name)) {
        case Field.Wrapped() -> nodes(entry.getValue(), scope, deeper);
        case Field.Plain(String plain) -> node(plain, entry.getValue(), scope, deeper);
        case Field.Ignored() -> {}
        case null -> unknown(kind + "." + name, node);
      }
    }
  }

  private void select(JsonNode select, Scope around, int depth) {
    if (select.has("intoClause")) {
      findings.effect(Effect.DDL);
      findings.refuse(
          ErrorCode.NOT_READ_ONLY,
          "SELECT INTO makes a table; leave INTO out and read the rows",
          Tree.place(select.path("intoClause").path("rel")));
    }
    if (select.has("lockingClause")) {
      findings.effect(Effect.WRITE);
      findings.refuse(
          ErrorCode.NOT_READ_ONLY,
          "FOR UPDATE and FOR SHARE lock rows; leave them out, a read needs no lock",
          -1);
    }
    Scope scope = around.inside();
    commonTables(select.path("withClause"), scope, depth);
    aliases(select.path("fromClause"), scope);
    fields("SelectStmt", select, scope, depth, Set.of("withClause", "intoClause", "lockingClause"));
  }

  private void commonTables(JsonNode with, Scope scope, int depth) {
    List<JsonNode> tables =
        with.path("ctes").valueStream().map(table -> table.path("CommonTableExpr")).toList();
    if (with.path("recursive").asBoolean()) {
      tables.forEach(table -> scope.addCommonTable(Tree.text(table, "ctename")));
    }
    for (JsonNode table : tables) {
      JsonNode query = table.path("ctequery");
      if (query.has("SelectStmt")) {
        fields("CommonTableExpr", table, scope, depth + 1, Set.of());
      } else {
        Statements.Refusal refusal = Statements.refusal(query);
        findings.effect(refusal.effect());
        findings.refuse(refusal.code(), refusal.message(), Tree.place(table));
      }
      scope.addCommonTable(Tree.text(table, "ctename"));
    }
  }

  private void aliases(JsonNode from, Scope scope) {
    if (from.isArray()) {
      from.forEach(element -> aliases(element, scope));
      return;
    }
    for (Map.Entry<String, JsonNode> entry : from.properties()) {
      JsonNode node = entry.getValue();
      String alias = node.path("alias").path("aliasname").asText();
      switch (entry.getKey()) {
        case "RangeVar" ->
            scope.addAlias(
                alias.isEmpty() ? Tree.text(node, "relname") : alias, tableOf(node, scope));
        case "JoinExpr" -> {
          aliases(node.path("larg"), scope);
          aliases(node.path("rarg"), scope);
        }
        case "RangeTableSample" -> aliases(node.path("relation"), scope);
        default -> scope.addAlias(alias, Optional.empty());
      }
    }
  }

  private void relation(JsonNode relation, Scope scope, int depth) {
    tableOf(relation, scope)
        .ifPresent(
            table -> {
              if (isSystem(table, relation)) {
                findings.refuse(
                    ErrorCode.TABLE_DENIED,
                    "`%s` belongs to the server's own catalog and is not read here; describe_source and search_catalog tell which tables and columns there are"
                        .formatted(table),
                    Tree.place(relation));
              }
              findings.table(table, relation);
            });
    fields("RangeVar", relation, scope, depth, Set.of());
  }

  private Optional<TableName> tableOf(JsonNode relation, Scope scope) {
    String name = Tree.text(relation, "relname");
    if (relation.has("schemaname")) {
      return Optional.of(TableName.of(Tree.text(relation, "schemaname"), name));
    }
    return scope.isCommonTable(name) ? Optional.empty() : Optional.of(TableName.of(schema, name));
  }

  // The server looks into its own catalog first, and there every name begins so.
  private static boolean isSystem(TableName table, JsonNode relation) {
    String written = relation.has("schemaname") ? table.schema().orElseThrow() : table.table();
    return written.startsWith("pg_") || table.schema().orElseThrow().equals("information_schema");
  }

  private void column(JsonNode column, Scope scope) {
    List<String> parts =
        column
            .path("fields")
            .valueStream()
            .map(part -> part.has("A_Star") ? "*" : Tree.text(part.path("String"), "sval"))
            .toList();
    Optional<TableName> table =
        switch (parts.size()) {
          case 1 -> scope.onlyTable();
          case 2 -> scope.tableOf(parts.getFirst());
          default ->
              Optional.of(TableName.of(parts.get(parts.size() - 3), parts.get(parts.size() - 2)));
        };
    if (parts.size() == 3 && scope.tableOf(parts.get(1)).equals(table)) {
      findings.qualified(table.orElseThrow(), column);
    }
    if (parts.size() > 1) {
      names.column(parts.getLast(), Tree.place(column));
    }
    findings.column(table.map(known -> known + "." + parts.getLast()).orElse(parts.getLast()));
  }

  private static int placeOf(JsonNode wrapped) {
    return wrapped.properties().stream()
        .mapToInt(entry -> Tree.place(entry.getValue()))
        .findFirst()
        .orElse(-1);
  }

  private void unknown(String kind, JsonNode node) {
    findings.refuse(
        ErrorCode.SQL_DENIED,
        switch (kind) {
          case "SetToDefault" -> "DEFAULT has no meaning in a statement that reads";
          case "TypeName.setof", "TypeName.pct_type" ->
              "SETOF and %TYPE do not belong into a query";
          default ->
              "`%s` is not among what a statement may be made of here; write it in another way"
                  .formatted(kind);
        },
        Tree.place(node));
  }

  /** The statement is nested deeper than is read. */
  static final class TooDeep extends RuntimeException {
    @java.io.Serial private static final long serialVersionUID = 1L;

    TooDeep() {
      super("too deep", null, false, false);
    }
  }
}
