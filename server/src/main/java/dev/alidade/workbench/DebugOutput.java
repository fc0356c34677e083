package dev.alidade.workbench;

import dev.alidade.operation.Description;
import dev.alidade.operation.Failure;
import dev.alidade.operation.Headline;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What {@code debug_query} gives. */
public record DebugOutput(
    @Headline(1) @Description("In the order in which the statement is put together")
        List<Step> steps,
    @Headline(2) @Description("Whether all steps read one snapshot of the source")
        boolean oneSnapshot,
    @Headline(3) @Description("Whether the statement has more parts than were run") boolean cut) {
  public DebugOutput {
    steps = List.copyOf(steps);
  }

  /** One part of the statement, run by itself. */
  public record Step(
      @Headline(1) PartKind kind,
      @Headline(2) @Description("The words of the statement that it ends with, or its name")
          String label,
      @Headline(3) @Description("How many rows there are after it") Optional<Long> rows,
      StatementState state,
      @Description("How deep it stands in brackets, from 0") int depth,
      @Description("The line of the statement on which its words begin") int line,
      int column,
      @Description("The statement that gives its rows") String sql,
      @Description("The values that this statement binds, out of those that were given")
          Optional<Object> parameters,
      long elapsedMs,
      @Description("Why it does not run by itself") Optional<Failure> error) {
    public Step {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(sql, "sql");
    }
  }
}
