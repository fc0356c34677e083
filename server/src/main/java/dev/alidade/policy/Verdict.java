package dev.alidade.policy;

import dev.alidade.sql.Inspection;
import dev.alidade.sql.Reason;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the grammar found and whether the caller may run it; no statement is executed for it. */
public record Verdict(Inspection inspection, Optional<GovernedSql> governed, List<Reason> reasons) {
  public Verdict {
    Objects.requireNonNull(inspection, "inspection");
    reasons = List.copyOf(reasons);
    if (governed.isPresent() != reasons.isEmpty()) {
      throw new IllegalArgumentException("either governed or refused");
    }
  }
}
