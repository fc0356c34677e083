package dev.alidade.workbench;

import dev.alidade.operation.Description;
import dev.alidade.operation.Failure;
import dev.alidade.operation.Headline;
import dev.alidade.query.ColumnLabel;
import java.util.List;
import java.util.Optional;

/** What {@code run_script} gives. */
public record ScriptOutput(
    @Headline(1) List<StatementResult> statements,
    @Headline(2) @Description("Whether all statements read one snapshot of the source")
        boolean oneSnapshot,
    @Description("How many statements failed") int failed) {
  /** What one statement gave. */
  public record StatementResult(
      @Description("The line of the script on which it begins") int line,
      @Description("The statement as it was written") String sql,
      StatementState state,
      List<ColumnLabel> columns,
      List<List<Object>> rows,
      @Description("Whether there are more rows") boolean truncated,
      long elapsedMs,
      @Description("Why it failed; the location counts from the start of the script")
          Optional<Failure> error) {}
}
