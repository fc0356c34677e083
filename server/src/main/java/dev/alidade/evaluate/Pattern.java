package dev.alidade.evaluate;

import java.util.Locale;

/** The shape of a question, as its right SQL shows it. */
enum Pattern {
  SET_OPERATION,
  NESTED,
  HAVING,
  TOP_OF_GROUPS,
  TOP,
  GROUP,
  JOIN_AGGREGATE,
  JOIN_ORDER,
  JOIN_FILTER,
  JOIN,
  AGGREGATE_FILTER,
  COUNT,
  AGGREGATE,
  ORDER,
  FILTER,
  LIST;

  static Pattern of(String sql) {
    String upper = " " + sql.toUpperCase(Locale.ROOT).replaceAll("\\s+", " ") + " ";
    if (upper.matches(".* (UNION|INTERSECT|EXCEPT) .*")) {
      return SET_OPERATION;
    }
    if (upper.indexOf("SELECT", upper.indexOf("SELECT") + 1) >= 0) {
      return NESTED;
    }
    if (upper.contains(" HAVING ")) {
      return HAVING;
    }
    boolean group = upper.contains(" GROUP BY ");
    if (upper.contains(" LIMIT ")) {
      return group ? TOP_OF_GROUPS : TOP;
    }
    if (group) {
      return GROUP;
    }
    boolean aggregate = upper.matches(".*\\b(COUNT|SUM|AVG|MIN|MAX) ?\\(.*");
    boolean filter = upper.contains(" WHERE ");
    boolean order = upper.contains(" ORDER BY ");
    if (upper.contains(" JOIN ")) {
      return aggregate ? JOIN_AGGREGATE : order ? JOIN_ORDER : filter ? JOIN_FILTER : JOIN;
    }
    if (aggregate) {
      return filter ? AGGREGATE_FILTER : upper.contains("COUNT") ? COUNT : AGGREGATE;
    }
    return order ? ORDER : filter ? FILTER : LIST;
  }
}
