package dev.alidade.workbench;

import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.operation.Description;
import dev.alidade.policy.GovernedSql;
import dev.alidade.policy.Verdict;
import dev.alidade.sql.Effect;
import dev.alidade.sql.TableName;
import java.util.List;
import java.util.Optional;

/** What {@code check_sql} gives. */
public record CheckOutput(
    Decision verdict,
    Effect effect,
    List<String> tables,
    List<String> columns,
    List<String> functions,
    @Description("What would run, when allowed") Optional<String> governedSql,
    @Description("Why it is denied") List<Refusal> reasons) {
  /** Whether the statement may run. */
  public enum Decision {
    ALLOW,
    DENY
  }

  /** One reason, with the place in the statement where it is known. */
  public record Refusal(
      ErrorCode code, String message, Optional<Integer> line, Optional<Integer> column) {}

  static CheckOutput of(Verdict verdict) {
    return new CheckOutput(
        verdict.governed().isPresent() ? Decision.ALLOW : Decision.DENY,
        verdict.inspection().effect(),
        verdict.inspection().tables().stream().map(TableName::toString).toList(),
        verdict.inspection().columns(),
        verdict.inspection().functions(),
        verdict.governed().map(GovernedSql::shown),
        verdict.reasons().stream()
            .map(
                reason ->
                    new Refusal(
                        reason.code(),
                        reason.message(),
                        reason.location().map(Location::line),
                        reason.location().map(Location::column)))
            .toList());
  }
}
