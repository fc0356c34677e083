package dev.alidade.engine.postgres.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds aggregates that views would move to another query. PostgreSQL counts an aggregate to the
 * innermost query whose columns or common tables its argument names. An argument that names a table
 * in a sub-query, and no column around it, would with a common table of the outermost query in the
 * table's place belong to the outermost query, and be the answer to another question.
 */
final class AggregateLevels {
  private final Predicate<JsonNode> replaced;

  /** {@code replaced} knows the relations in whose place a view is put. */
  AggregateLevels(Predicate<JsonNode> replaced) {
    this.replaced = replaced;
  }

  /** A call that would move. */
  Optional<JsonNode> moved(JsonNode tree) {
    JsonNode call = tree.path("FuncCall");
    if (isAggregate(call) && readsView(call) && !namesColumn(call)) {
      return Optional.of(call);
    }
    return tree.valueStream().flatMap(part -> moved(part).stream()).findFirst();
  }

  /** A function that is not known may be one. */
  private static boolean isAggregate(JsonNode call) {
    if (!call.isObject() || call.has("over")) {
      return false;
    }
    String name = Tree.name(call.path("funcname")).getLast();
    return AllowedNames.AGGREGATES.contains(name) || !AllowedNames.FUNCTIONS.contains(name);
  }

  private boolean readsView(JsonNode part) {
    JsonNode relation = part.path("RangeVar");
    return (relation.isObject() && replaced.test(relation))
        || part.valueStream().anyMatch(this::readsView);
  }

  /** Whether a column is named outside of all sub-queries, or in one of them but not of it. */
  private static boolean namesColumn(JsonNode part) {
    if (part.has("SelectStmt")) {
      Set<String> own = new HashSet<>();
      collectNames(part, own);
      return namesOtherThan(own, part);
    }
    return part.has("ColumnRef") || part.valueStream().anyMatch(AggregateLevels::namesColumn);
  }

  private static boolean namesOtherThan(Set<String> own, JsonNode part) {
    List<String> fields = Tree.name(part.path("ColumnRef").path("fields"));
    boolean other = fields.size() > 1 && !own.contains(fields.get(fields.size() - 2));
    return other || part.valueStream().anyMatch(inner -> namesOtherThan(own, inner));
  }

  private static void collectNames(JsonNode part, Set<String> names) {
    for (String field : List.of("relname", "aliasname", "ctename")) {
      if (part.path(field).isTextual()) {
        names.add(part.path(field).asText());
      }
    }
    part.forEach(inner -> collectNames(inner, names));
  }
}
