package dev.alidade.engine.postgres.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.postgres.gate.ViewReader.Reading;
import dev.alidade.sql.Lexer;
import dev.alidade.sql.SqlToken;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TextEdits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts views in the place of tables: each becomes a common table of the outermost query, where
 * nothing of the statement is in scope, and is named wherever its table stood. The text is changed
 * beside the tree, and the grammar has to read the changed text as the changed tree.
 */
final class ViewTables {
  private static final Set<String> PLACES =
      Set.of(
          "location",
          "name_location",
          "list_start",
          "list_end",
          "rexpr_list_start",
          "rexpr_list_end");

  private final ViewReader reader;
  private final Reading reading;
  private final String sql;
  private final List<SqlToken> tokens;
  private final TextEdits edits = new TextEdits();

  /** Changes a statement that was just read, its tree included. */
  ViewTables(ViewReader reader, Reading reading) {
    this.reader = reader;
    this.reading = reading;
    this.sql = reading.text().written();
    this.tokens = Lexer.tokens(sql, StatementText.RULES);
  }

  /**
   * The statement with views in the place of tables.
   *
   * @throws AlidadeException where that cannot be said with certainty
   */
  String replaced(Map<TableName, ViewText> views) {
    refuseSamples(views);
    refuseMovedAggregates(views);
    String prefix = unusedName();
    Map<TableName, String> names = new LinkedHashMap<>();
    views.keySet().forEach(table -> names.put(table, prefix + (names.size() + 1)));
    for (Findings.Place column : reading.findings().qualifiedColumns()) {
      if (names.containsKey(column.table())) {
        unqualify(column.node());
      }
    }
    for (Findings.Place place : reading.findings().places()) {
      String name = names.get(place.table());
      if (name != null) {
        rename((ObjectNode) place.node(), name);
      }
    }
    define(views, names);
    String changed = edits.apply(sql);
    prove(changed);
    return changed;
  }

  private void prove(String changed) {
    StatementText text = StatementText.of(changed);
    JsonNode statements = reader.parse(text);
    boolean same =
        statements.size() == 1
            && text.slots().equals(reading.text().slots())
            && withoutPlaces(statements.path(0).path("stmt").path("SelectStmt"))
                .equals(withoutPlaces(reading.select()));
    if (!same) {
      throw ViewReader.unreadable();
    }
  }

  private void refuseMovedAggregates(Map<TableName, ViewText> views) {
    new AggregateLevels(relation -> isReplaced(relation, views))
        .moved(reading.select())
        .ifPresent(
            call -> {
              throw new AlidadeException(
                  ErrorCode.NOT_SUPPORTED,
                  "`%s` has a sub-query as its argument that reads a table of which you see a part only, and names no column beside it; compute the sub-query in a WITH at the beginning of the statement"
                      .formatted(Tree.name(call.path("funcname")).getLast()));
            });
  }

  private boolean isReplaced(JsonNode relation, Map<TableName, ViewText> views) {
    return reading.findings().places().stream()
        .anyMatch(place -> place.node().equals(relation) && views.containsKey(place.table()));
  }

  // The server samples stored rows, hidden ones too, and a view has none.
  private void refuseSamples(Map<TableName, ViewText> views) {
    for (JsonNode sample : reading.select().findValues("RangeTableSample")) {
      JsonNode relation = sample.path("relation").path("RangeVar");
      if (isReplaced(relation, views)) {
        throw notSupported("TABLESAMPLE", Tree.text(relation, "relname"));
      }
    }
  }

  private void rename(ObjectNode relation, String name) {
    String written = Tree.text(relation, "relname");
    if (!relation.path("inh").asBoolean()) {
      throw notSupported("ONLY", written);
    }
    int parts = 1 + (relation.has("schemaname") ? 1 : 0) + (relation.has("catalogname") ? 1 : 0);
    int first = tokenAt(Tree.place(relation));
    int last = first + 2 * (parts - 1);
    if (last >= tokens.size()) {
      throw ViewReader.unreadable();
    }
    boolean starred = isSymbol(last + 1, "*");
    boolean aliased = relation.has("alias");
    // TABLE x is a short SELECT * FROM x, and takes no alias.
    boolean all = first > 0 && tokens.get(first - 1).text(sql).equalsIgnoreCase("TABLE");
    edits.replace(
        tokens.get(all ? first - 1 : first).start(),
        tokens.get(starred ? last + 1 : last).end(),
        (all ? "SELECT * FROM " : "")
            + Identifier.quoted(name)
            + (aliased ? "" : " AS " + Identifier.quoted(written)));
    relation.put("relname", name);
    relation.remove(List.of("schemaname", "catalogname"));
    if (!aliased) {
      relation.putObject("alias").put("aliasname", written);
    }
  }

  // What stands for a table is in no schema.
  private void unqualify(JsonNode column) {
    int first = tokenAt(Tree.place(column));
    if (!isSymbol(first + 1, ".")) {
      throw ViewReader.unreadable();
    }
    edits.replace(tokens.get(first).start(), tokens.get(first + 1).end(), "");
    ((ArrayNode) column.path("fields")).remove(0);
  }

  private void define(Map<TableName, ViewText> views, Map<TableName, String> names) {
    StringBuilder definitions = new StringBuilder();
    ObjectNode select = reading.select();
    boolean hasOwn = select.has("withClause");
    ObjectNode with =
        hasOwn ? (ObjectNode) select.path("withClause") : select.putObject("withClause");
    ArrayNode tables = with.withArray("ctes");
    int index = 0;
    for (Map.Entry<TableName, ViewText> view : views.entrySet()) {
      String name = names.get(view.getKey());
      definitions
          .append(index == 0 ? " " : ", ")
          .append(Identifier.quoted(name))
          .append(" AS NOT MATERIALIZED (")
          .append(view.getValue().query())
          .append("\n)");
      ObjectNode table = tables.insertObject(index++).putObject("CommonTableExpr");
      table.put("ctename", name).put("ctematerialized", "CTEMaterializeNever");
      table.putObject("ctequery").set("SelectStmt", view.getValue().select());
    }
    if (!hasOwn) {
      edits.insert(0, "WITH" + definitions + "\n");
      return;
    }
    int word = tokenAt(Tree.place(with)) + (with.path("recursive").asBoolean() ? 1 : 0);
    edits.insert(tokens.get(word).end(), definitions + ",");
  }

  private String unusedName() {
    String tree = reading.select().toString();
    String name = "alidade_view_";
    while (tree.contains(name)) {
      name += "_";
    }
    return name;
  }

  private int tokenAt(int bytes) {
    int offset = reading.findings().writtenOffset(bytes);
    for (int index = 0; index < tokens.size(); index++) {
      if (tokens.get(index).start() == offset) {
        return index;
      }
    }
    throw ViewReader.unreadable();
  }

  private boolean isSymbol(int index, String symbol) {
    return index < tokens.size() && tokens.get(index).text(sql).equals(symbol);
  }

  private static JsonNode withoutPlaces(JsonNode tree) {
    JsonNode copy = tree.deepCopy();
    removePlaces(copy);
    return copy;
  }

  private static void removePlaces(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(PLACES);
    }
    node.forEach(ViewTables::removePlaces);
  }

  private static AlidadeException notSupported(String what, String table) {
    return new AlidadeException(
        ErrorCode.NOT_SUPPORTED,
        "You see a part of `%s` only, and %s cannot be said of a part; leave it out"
            .formatted(table, what));
  }
}
