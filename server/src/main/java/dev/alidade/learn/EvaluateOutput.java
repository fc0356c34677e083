package dev.alidade.learn;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What {@code evaluate_proposal} gives. */
public record EvaluateOutput(
    @Headline(1) @Description("The effect in plain words") String summary,
    @Headline(2) @Description("Verified questions, each answered without its own approval")
        Verified verified,
    @Headline(3) @Description("Whole questions of everybody that were answered of late")
        Asked asked,
    @Description("The proposed answer, of a verified question") Optional<Answer> answer,
    ProposalOutput proposal) {
  /**
   * Verified questions, by whether the rows are those of the approved SQL.
   *
   * @param changed those that the proposal changes
   */
  public record Verified(int questions, int rightBefore, int rightAfter, List<Changed> changed) {
    public Verified {
      changed = List.copyOf(changed);
    }
  }

  /** A verified question that is answered otherwise with the proposal. */
  public record Changed(String question, Outcome before, Outcome after) {
    public Changed {
      Objects.requireNonNull(question, "question");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
    }
  }

  /** What a question comes to. */
  public enum Outcome {
    /** The rows of the approved SQL. */
    RIGHT,
    /** Other rows. */
    WRONG,
    /** No answer. */
    UNANSWERED
  }

  /** How many questions the proposal answers alike or otherwise; not which. */
  public record Asked(int questions, int same, int differ, int gained, int lost) {}

  /**
   * What the proposed SQL gives.
   *
   * @param now what the question comes to without the proposal, measured by the proposed rows
   */
  public record Answer(int rows, Outcome now) {
    public Answer {
      Objects.requireNonNull(now, "now");
    }
  }

  public EvaluateOutput {
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(verified, "verified");
    Objects.requireNonNull(asked, "asked");
    Objects.requireNonNull(answer, "answer");
    Objects.requireNonNull(proposal, "proposal");
  }
}
