package dev.alidade.learn;

import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

/** What {@code list_proposals} takes. */
public record ListProposalsInput(
    @Description("Only those of this source") Optional<String> source,
    @Description("Only those that are this far") Optional<ProposalState> state) {
  public ListProposalsInput {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(state, "state");
  }
}
