package dev.alidade.ask.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One question about some tables.
 *
 * @param outputs what is shown, in order; those that aggregate are the measures
 * @param distinct whether equal rows are shown once
 * @param tables the first is what the question is about
 * @param joins how each further table is reached
 * @param groups the dimensions: one row for each combination of them
 * @param having what a group must fulfill
 * @param topPerGroup keeps only the first rows of each group
 * @param limit how many rows at most
 */
public record SelectPlan(
    List<Output> outputs,
    boolean distinct,
    List<TableUse> tables,
    List<Join> joins,
    Optional<Predicate> filter,
    List<Expression> groups,
    Optional<Predicate> having,
    Optional<TopPerGroup> topPerGroup,
    List<Ordering> order,
    Optional<Long> limit)
    implements Plan {
  public SelectPlan {
    outputs = List.copyOf(outputs);
    tables = List.copyOf(tables);
    joins = List.copyOf(joins);
    Objects.requireNonNull(filter, "filter");
    groups = List.copyOf(groups);
    Objects.requireNonNull(having, "having");
    Objects.requireNonNull(topPerGroup, "topPerGroup");
    order = List.copyOf(order);
    Objects.requireNonNull(limit, "limit");
    if (outputs.isEmpty() || tables.isEmpty()) {
      throw new IllegalArgumentException("a plan shows something of some table");
    }
  }

  /** Outputs that aggregate. */
  @JsonIgnore
  public List<Output> measures() {
    return outputs.stream().filter(output -> output.expression().isAggregate()).toList();
  }

  /** The table that is used under this alias. */
  public Optional<TableUse> table(String alias) {
    return tables.stream().filter(use -> use.alias().equals(alias)).findFirst();
  }
}
