package dev.alidade.ask.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Measures of different tables side by side: each part adds up its own table, so that no join
 * counts a row twice, and the parts are put together by the dimensions that they share (Kimball's
 * drilling across; the chasm trap avoided).
 *
 * @param parts each shows the same {@code dimensions} first, then its own sums and counts
 * @param dimensions how many of the first outputs of each part are dimensions
 * @param outputs what is shown: {@link Expression.PartMeasure} names a dimension or a measure
 * @param having what a row must fulfill
 */
public record DrillAcrossPlan(
    List<SelectPlan> parts,
    int dimensions,
    List<Output> outputs,
    Optional<Predicate> having,
    List<Ordering> order,
    Optional<Long> limit)
    implements Plan {
  public DrillAcrossPlan {
    parts = List.copyOf(parts);
    outputs = List.copyOf(outputs);
    Objects.requireNonNull(having, "having");
    order = List.copyOf(order);
    Objects.requireNonNull(limit, "limit");
    if (parts.size() < 2 || outputs.isEmpty() || dimensions < 0) {
      throw new IllegalArgumentException("drilling across puts at least two parts side by side");
    }
  }
}
