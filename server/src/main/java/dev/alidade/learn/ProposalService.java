package dev.alidade.learn;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Invocation;
import dev.alidade.semantic.Vocabulary;
import dev.alidade.store.Row;
import dev.alidade.write.FourEyes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows proposals to those who decide, and does what they decide. */
final class ProposalService {
  private final ProposalStore store;
  private final FeedbackStore said;
  private final Sight sight;
  private final Vocabulary vocabulary;

  ProposalService(ProposalStore store, FeedbackStore said, Sight sight, Vocabulary vocabulary) {
    this.store = store;
    this.said = said;
    this.sight = sight;
    this.vocabulary = vocabulary;
  }

  ListProposalsOutput list(ListProposalsInput input, Invocation invocation) {
    Caller caller = invocation.caller();
    List<ProposalOutput> shown =
        store.all().stream()
            .filter(one -> input.source().map(one.source()::equals).orElse(true))
            .filter(one -> input.state().map(state -> one.state() == state).orElse(true))
            .filter(one -> sight.decides(caller) || one.proposedBy().equals(caller.name()))
            .filter(one -> sight.sees(caller, one))
            .map(ProposalOutput::of)
            .toList();
    return new ListProposalsOutput(shown, sight.decides(caller));
  }

  ListFeedbackOutput feedback(ListFeedbackInput input, Invocation invocation) {
    List<ListFeedbackOutput.Item> shown =
        said.latest().stream()
            .filter(one -> input.source().isEmpty() || input.source().equals(one.source()))
            .filter(one -> input.verdict().map(word -> one.verdict() == word).orElse(true))
            .filter(one -> sight.sees(invocation.caller(), one))
            .map(
                one ->
                    new ListFeedbackOutput.Item(
                        one.verdict(),
                        one.question(),
                        one.note(),
                        one.caller(),
                        one.at().toString(),
                        one.source(),
                        one.sql(),
                        one.turn()))
            .toList();
    return new ListFeedbackOutput(shown);
  }

  /** A proposal that the caller may see. */
  Proposal find(String id, Caller caller) {
    return store
        .find(id)
        .filter(proposal -> sight.sees(caller, proposal))
        .orElseThrow(
            () ->
                new AlidadeException(
                    ErrorCode.RESOURCE_NOT_FOUND,
                    "No proposal `%s` that you may see; list_proposals names those".formatted(id)));
  }

  ProposalOutput approve(DecideInput input, Invocation invocation) {
    Proposal proposal = find(input.proposal(), invocation.caller());
    FourEyes.checkPerson(invocation.caller(), "a proposal");
    if (proposal.state() != ProposalState.PENDING) {
      throw over(proposal);
    }
    if (proposal.lesson() instanceof Lesson.OfSynonym one) {
      vocabulary.adopt(proposal.source(), one.synonym(), history(proposal, input), invocation);
    }
    return decided(proposal, ProposalState.APPROVED, input, invocation);
  }

  private static String history(Proposal proposal, DecideInput input) {
    String who =
        "proposed by %s on %s, in %d %s"
            .formatted(
                proposal.proposedBy(),
                day(proposal.proposedAt()),
                proposal.times(),
                proposal.times() == 1 ? "turn" : "turns");
    return input.reason().map(reason -> reason + " (" + who + ")").orElse(who);
  }

  private static String day(Instant moment) {
    return moment.toString().substring(0, 10);
  }

  ProposalOutput reject(DecideInput input, Invocation invocation) {
    Proposal proposal = find(input.proposal(), invocation.caller());
    FourEyes.checkPerson(invocation.caller(), "a proposal");
    if (proposal.state() == ProposalState.REJECTED) {
      throw over(proposal);
    }
    if (proposal.state() == ProposalState.APPROVED
        && proposal.lesson() instanceof Lesson.OfSynonym) {
      throw new AlidadeException(
          ErrorCode.APPROVAL_OVER,
          "The synonym is a part of the model of `%s` by now; take it out there with save_semantic_model, or go back with restore_semantic_model"
              .formatted(proposal.source()));
    }
    return decided(proposal, ProposalState.REJECTED, input, invocation);
  }

  private ProposalOutput decided(
      Proposal proposal, ProposalState next, DecideInput input, Invocation invocation) {
    if (!store.decide(proposal, next, invocation.caller(), input.reason())) {
      throw new AlidadeException(
          ErrorCode.APPROVAL_OVER,
          "Somebody else has just decided on `%s`; see list_proposals".formatted(proposal.id()));
    }
    return ProposalOutput.of(store.find(proposal.id()).orElseThrow());
  }

  private static AlidadeException over(Proposal proposal) {
    return new AlidadeException(
        ErrorCode.APPROVAL_OVER,
        "The proposal `%s` was %s%s and is not open any more"
            .formatted(
                proposal.id(),
                Row.written(proposal.state()),
                Optional.of(proposal)
                    .flatMap(Proposal::decidedBy)
                    .map(by -> " by " + by)
                    .orElse("")));
  }
}
