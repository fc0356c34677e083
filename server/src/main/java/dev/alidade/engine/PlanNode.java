package dev.alidade.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One step of an engine's query plan; the same tree for every engine. {@code rows} and {@code
 * milliseconds} are there where the statement ran; the time is the step's own, without its
 * children's, of all threads that worked on it.
 */
public record PlanNode(
    String name,
    Optional<String> detail,
    Optional<Long> estimatedRows,
    Optional<Long> rows,
    Optional<Double> milliseconds,
    List<PlanNode> children) {
  public PlanNode {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(detail, "detail");
    Objects.requireNonNull(estimatedRows, "estimatedRows");
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(milliseconds, "milliseconds");
    children = List.copyOf(children);
  }

  /** A step that did not run. */
  public PlanNode(
      String name, Optional<String> detail, Optional<Long> estimatedRows, List<PlanNode> children) {
    this(name, detail, estimatedRows, Optional.empty(), Optional.empty(), children);
  }
}
