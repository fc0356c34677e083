package dev.alidade.cache.derive;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A SELECT whose rows are those of its FROM that its conditions let through, each by itself: no
 * groups, no aggregates, nothing that looks at several rows.
 *
 * @param list what stands between SELECT and FROM
 * @param from what stands behind FROM
 * @param conditions what stands behind WHERE, taken apart at AND
 * @param order what stands behind ORDER BY; empty without
 */
record Select(Words list, Words from, List<Words> conditions, String order) {
  Select {
    Objects.requireNonNull(list, "list");
    Objects.requireNonNull(from, "from");
    conditions = List.copyOf(conditions);
    Objects.requireNonNull(order, "order");
  }

  /** What statements have in common of which one may hold the rows of the other. */
  String family() {
    return list.written() + " FROM " + from;
  }

  /** The statement that has these parts; empty where it looks at several rows. */
  static Optional<Select> of(Clauses clauses) {
    return clauses.groups().isEmpty()
            && !Calls.mayLookAtSeveralRows(clauses.list())
            && !Calls.mayLookAtSeveralRows(clauses.order())
        ? Optional.of(
            new Select(
                clauses.list(), clauses.from(), clauses.conditions(), clauses.order().toString()))
        : Optional.empty();
  }
}
