package dev.alidade.ask.plan;

import java.util.List;
import java.util.Objects;

/** Rows of two tables that belong together; columns pair one to one. */
public record Join(String left, List<String> leftColumns, String right, List<String> rightColumns) {
  public Join {
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
    leftColumns = List.copyOf(leftColumns);
    rightColumns = List.copyOf(rightColumns);
    if (leftColumns.isEmpty() || leftColumns.size() != rightColumns.size()) {
      throw new IllegalArgumentException("a join pairs columns one to one");
    }
  }
}
