package dev.alidade.learn;

import dev.alidade.operation.Description;
import java.util.List;

/** What {@code list_proposals} gives: those that wait first, the most wanted of them first. */
public record ListProposalsOutput(
    List<ProposalOutput> proposals,
    @Description("Whether you may approve and reject them") boolean mayDecide) {
  public ListProposalsOutput {
    proposals = List.copyOf(proposals);
  }
}
