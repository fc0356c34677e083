package dev.alidade.workbench;

import dev.alidade.operation.Description;
import dev.alidade.query.ColumnLabel;
import java.util.List;
import java.util.Optional;

/** What {@code query} gives. */
public record QueryOutput(
    List<ColumnLabel> columns,
    List<List<Object>> rows,
    @Description("Whether there are more rows") boolean truncated,
    @Description("Pass it to get the next page") Optional<String> cursor,
    @Description("The statement as it ran") String sql,
    Statistics statistics) {
  /** How long it took and how much came. */
  public record Statistics(long elapsedMs, long rows) {}
}
