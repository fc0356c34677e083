package dev.alidade.workbench;

import dev.alidade.operation.Description;
import dev.alidade.operation.Failure;
import dev.alidade.query.ColumnLabel;
import java.util.List;
import java.util.Optional;

/** What {@code query_many} gives. */
public record ManyOutput(
    @Description("One for each query, in the order of the queries") List<Result> results) {
  /** What one query gave. */
  public record Result(
      String source,
      StatementState state,
      List<ColumnLabel> columns,
      List<List<Object>> rows,
      @Description("Whether there are more rows") boolean truncated,
      @Description("The statement as it ran") Optional<String> sql,
      long elapsedMs,
      @Description("Why it failed") Optional<Failure> error) {}
}
