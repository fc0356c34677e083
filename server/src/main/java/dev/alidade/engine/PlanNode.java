package dev.alidade.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One step of an engine's query plan; the same tree for every engine. */
public record PlanNode(
    String name, Optional<String> detail, Optional<Long> estimatedRows, List<PlanNode> children) {
  public PlanNode {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(detail, "detail");
    Objects.requireNonNull(estimatedRows, "estimatedRows");
    children = List.copyOf(children);
  }
}
