package dev.alidade.learn;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import java.util.Objects;
import java.util.Optional;

/** What {@code give_feedback} gives. */
public record FeedbackOutput(
    @Headline(1) @Description("What became of it, in plain words") String message,
    @Description("What it proposes, where it proposes something")
        Optional<ProposalOutput> proposal) {
  public FeedbackOutput {
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(proposal, "proposal");
  }
}
