package dev.alidade.write;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import dev.alidade.operation.OpenDecision;
import java.util.Objects;
import java.util.Optional;

/** What {@code run_write} gives. */
public record RunWriteOutput(
    @Headline(1) State state,
    @Headline(2) @Description("How many rows were touched, or would be") long rowsTouched,
    @Headline(3) @Description("The approval that it waits or waited for")
        Optional<ApprovalOutput> approval)
    implements OpenDecision {
  /** What became of it. */
  public enum State {
    /** The rows are changed. */
    DONE,
    /** Nothing is changed until somebody approves. */
    WAITING,
    /** Somebody said no; nothing is changed. */
    REFUSED,
    /** It was approved and could not be done. */
    FAILED,
    /** Nobody decided in time; nothing is changed. */
    EXPIRED
  }

  public RunWriteOutput {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(approval, "approval");
  }

  /** A write that waits for approval, or waited. */
  static RunWriteOutput of(ApprovalOutput approval) {
    State state =
        switch (approval.state()) {
          case PENDING, RUNNING -> State.WAITING;
          case DONE -> State.DONE;
          case REFUSED -> State.REFUSED;
          case FAILED -> State.FAILED;
          case EXPIRED -> State.EXPIRED;
        };
    return new RunWriteOutput(state, approval.preview().rowsTouched(), Optional.of(approval));
  }

  @Override
  public Optional<Waiting> openDecision() {
    return approval.filter(ignored -> state == State.WAITING).map(RunWriteOutput::waiting);
  }

  private static Waiting waiting(ApprovalOutput approval) {
    return new Waiting(
        approval.approval(),
        "A write to `%s` in `%s` waits for approval; it would touch %,d rows. The page shows it, and whoever may approve it decides there, signed in as themselves"
            .formatted(
                approval.preview().table(), approval.source(), approval.preview().rowsTouched()),
        "/#/approvals/" + approval.approval());
  }
}
