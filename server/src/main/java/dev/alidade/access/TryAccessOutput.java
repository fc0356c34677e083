package dev.alidade.access;

import dev.alidade.operation.Description;
import dev.alidade.query.ColumnLabel;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What somebody with those roles gets. */
public record TryAccessOutput(
    List<ColumnLabel> columns,
    List<List<Object>> rows,
    boolean truncated,
    @Description("The statement with what stands in the place of tables") String governed,
    @Description("Names of the policies that were applied") List<String> policies,
    @Description("What they get without the draft") Optional<Present> now) {
  public TryAccessOutput {
    columns = List.copyOf(columns);
    rows = Collections.unmodifiableList(rows);
    Objects.requireNonNull(governed, "governed");
    policies = List.copyOf(policies);
    Objects.requireNonNull(now, "now");
  }

  /** What somebody with those roles gets by the rules that are in force. */
  public record Present(
      List<ColumnLabel> columns,
      List<List<Object>> rows,
      boolean truncated,
      @Description("Why they get nothing, where the statement is refused")
          Optional<String> refusal) {
    public Present {
      columns = List.copyOf(columns);
      rows = Collections.unmodifiableList(rows);
      Objects.requireNonNull(refusal, "refusal");
    }
  }
}
