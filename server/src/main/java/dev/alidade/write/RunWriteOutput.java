package dev.alidade.write;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import java.util.Objects;
import java.util.Optional;

/** What {@code run_write} gives. */
public record RunWriteOutput(
    @Headline(1) State state,
    @Headline(2) @Description("How many rows were touched, or would be") long rowsTouched,
    @Headline(3) @Description("The approval that it waits for") Optional<ApprovalOutput> approval) {
  /** What became of it. */
  public enum State {
    /** The rows are changed. */
    DONE,
    /** Nothing is changed until somebody approves. */
    WAITING
  }

  public RunWriteOutput {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(approval, "approval");
  }
}
