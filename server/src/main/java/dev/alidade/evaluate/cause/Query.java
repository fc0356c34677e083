package dev.alidade.evaluate.cause;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A statement as it is written.
 *
 * @param operators what stands between the selects: union, intersect, except
 * @param limit the first rows only: how many, as written
 */
record Query(
    List<Select> selects, List<String> operators, List<SortKey> order, Optional<String> limit) {
  Query {
    selects = List.copyOf(selects);
    operators = List.copyOf(operators);
    order = List.copyOf(order);
    Objects.requireNonNull(limit, "limit");
  }

  /** One key of an order. */
  record SortKey(Term term, boolean descending) {
    SortKey {
      Objects.requireNonNull(term, "term");
    }
  }

  /** One column that is shown, under a name of its own where it has one. */
  record Shown(Term term, Optional<String> alias) {
    Shown {
      Objects.requireNonNull(term, "term");
      Objects.requireNonNull(alias, "alias");
    }
  }

  /** A table, or a query in the place of one. */
  record From(String alias, String table, Optional<Query> query) {
    From {
      Objects.requireNonNull(alias, "alias");
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(query, "query");
    }
  }

  /**
   * One select.
   *
   * @param conditions of rows, those of joins among them; all hold
   * @param having of groups; all hold
   */
  record Select(
      boolean distinct,
      List<Shown> shown,
      List<From> tables,
      List<Term> conditions,
      List<Term> groups,
      List<Term> having) {
    Select {
      shown = List.copyOf(shown);
      tables = List.copyOf(tables);
      conditions = List.copyOf(conditions);
      groups = List.copyOf(groups);
      having = List.copyOf(having);
    }
  }
}
