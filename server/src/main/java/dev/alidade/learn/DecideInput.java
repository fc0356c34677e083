package dev.alidade.learn;

import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

/** What {@code approve_proposal} and {@code reject_proposal} take. */
public record DecideInput(
    @Description("Its id, as list_proposals gives it") String proposal,
    @Description("Why, for the history") Optional<String> reason) {
  public DecideInput {
    Objects.requireNonNull(proposal, "proposal");
    Objects.requireNonNull(reason, "reason");
  }
}
