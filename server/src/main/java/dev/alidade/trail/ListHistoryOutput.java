package dev.alidade.trail;

import dev.alidade.audit.QueryRecord;
import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A page of what a caller ran, the latest first. */
public record ListHistoryOutput(
    @Headline(1) List<Item> statements,
    @Description("Pass it to read on; absent after the oldest statement") Optional<String> cursor) {
  public ListHistoryOutput {
    statements = List.copyOf(statements);
    Objects.requireNonNull(cursor, "cursor");
  }

  /** One statement that ran or was refused. */
  public record Item(
      @Headline(1) String startedAt,
      @Headline(2) String source,
      @Headline(3) @Description("ok, or an error code such as COLUMN_NOT_FOUND") String outcome,
      @Headline(4) long rows,
      @Headline(5) long elapsedMs,
      @Headline(6) @Description("The statement as it was written") String sql) {
    static Item of(QueryRecord entry) {
      return new Item(
          entry.startedAt().toString(),
          entry.source(),
          entry.outcome(),
          entry.rows(),
          entry.elapsed().toMillis(),
          entry.submittedSql());
    }
  }
}
