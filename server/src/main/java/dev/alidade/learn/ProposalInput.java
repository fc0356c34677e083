package dev.alidade.learn;

import dev.alidade.operation.Description;
import java.util.Objects;

/** What {@code evaluate_proposal} takes. */
public record ProposalInput(@Description("Its id, as list_proposals gives it") String proposal) {
  public ProposalInput {
    Objects.requireNonNull(proposal, "proposal");
  }
}
