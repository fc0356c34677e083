package dev.alidade.workbench;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import dev.alidade.query.ColumnLabel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What {@code query} gives. */
public record QueryOutput(
    @Headline(1) List<ColumnLabel> columns,
    @Headline(2) List<List<Object>> rows,
    @Headline(3) @Description("Whether there are more rows") boolean truncated,
    @Headline(4)
        @Description(
            "Pass it with the same statement to get the next page of this very result, whatever has changed since; kept for 60 s")
        Optional<String> cursor,
    @Description("The statement as it ran") String sql,
    @Headline(5) Statistics statistics) {
  /** How long it took and how much came. */
  public record Statistics(
      long elapsedMs,
      long rows,
      @Description("When the rows were read, where the data may have changed since")
          Optional<Instant> asOf) {}
}
