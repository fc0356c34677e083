package dev.alidade.engine.sqlite;

import dev.alidade.engine.Parameters;
import dev.alidade.engine.PlanNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The engine's query plan as a tree: what it does first, then with what. */
final class SqlitePlan {
  /** Steps behind which tables and columns are named. */
  private static final List<String> NAMING =
      List.of("SCAN", "SEARCH", "CO-ROUTINE", "MATERIALIZE", "BLOOM FILTER ON", "RIGHT-JOIN");

  private record Step(long parent, String text) {}

  private SqlitePlan() {}

  static PlanNode of(Connection connection, String sql, Parameters parameters) throws SQLException {
    Map<Long, Step> steps = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement("EXPLAIN QUERY PLAN " + sql)) {
      SqliteBindings.of(SqliteTokens.of(sql)).bind(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          steps.put(rows.getLong(1), new Step(rows.getLong(2), rows.getString(4)));
        }
      }
    }
    return new PlanNode("QUERY", Optional.empty(), Optional.empty(), childrenOf(0, steps));
  }

  private static List<PlanNode> childrenOf(long parent, Map<Long, Step> steps) {
    List<PlanNode> children = new ArrayList<>();
    steps.forEach(
        (id, step) -> {
          if (step.parent() == parent && id != parent) {
            children.add(node(step.text(), childrenOf(id, steps)));
          }
        });
    return children;
  }

  // "SEARCH orders USING INDEX ..." is the step SEARCH with the rest as its detail.
  private static PlanNode node(String text, List<PlanNode> children) {
    for (String step : NAMING) {
      if (text.startsWith(step + " ")) {
        Optional<String> named = Optional.of(text.substring(step.length() + 1));
        return new PlanNode(step, named, Optional.empty(), children);
      }
    }
    return new PlanNode(text, Optional.empty(), Optional.empty(), children);
  }
}
