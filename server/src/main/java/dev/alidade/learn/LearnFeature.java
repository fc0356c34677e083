package dev.alidade.learn;

import dev.alidade.ask.Past;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationEffect;
import dev.alidade.policy.Right;
import dev.alidade.query.QueryService;
import dev.alidade.semantic.Meanings;
import dev.alidade.semantic.Vocabulary;
import dev.alidade.store.Database;
import java.time.Clock;
import java.util.List;

/** The operations that take feedback and decide what is learned from it. */
public final class LearnFeature {
  private final FeedbackService feedback;
  private final ProposalService proposals;
  private final Evaluation evaluation;

  /** Operations over what was {@code learned} from the {@code past}. */
  public LearnFeature(
      Learned learned,
      Past past,
      Meanings meanings,
      Vocabulary vocabulary,
      QueryService queries,
      Database database,
      Clock clock) {
    FeedbackStore said = new FeedbackStore(database, clock);
    Sight sight = new Sight(queries, vocabulary);
    feedback = new FeedbackService(past, learned, said, sight, queries);
    proposals = new ProposalService(learned.store(), said, sight, vocabulary);
    evaluation = new Evaluation(past, learned, sight, meanings, vocabulary, queries);
  }

  /** {@code give_feedback}, and the operations on proposals. */
  public List<Operation<?, ?>> operations() {
    return List.of(give(), list(), evaluate(), approve(), reject(), said());
  }

  private Operation<FeedbackInput, FeedbackOutput> give() {
    return Operation.named("give_feedback", FeedbackInput.class, FeedbackOutput.class)
        .title("Give feedback")
        .description(
            "Says whether one of your answers was right. A right one, or the SQL that would have "
                + "been, is proposed as a verified question; saying what unknown words mean "
                + "proposes a synonym. A person decides before anything is learned.")
        .effect(OperationEffect.WRITE)
        .primary("verdict")
        .examples(
            "give-feedback right --conversation last",
            "give-feedback wrong --conversation last --note 'cancelled orders do not count'",
            "give-feedback wrong --conversation last --question 'How many customers are there?'")
        .handledBy(feedback::give);
  }

  private Operation<ListProposalsInput, ListProposalsOutput> list() {
    return Operation.named("list_proposals", ListProposalsInput.class, ListProposalsOutput.class)
        .title("List proposals")
        .description(
            "The synonyms and verified questions that you proposed, and those that you may decide "
                + "on: those that wait first, the most wanted of them first.")
        .forEverybody()
        .primary("source")
        .examples("list-proposals --state pending", "list-proposals shop")
        .handledBy(proposals::list);
  }

  private Operation<ProposalInput, EvaluateOutput> evaluate() {
    return Operation.named("evaluate_proposal", ProposalInput.class, EvaluateOutput.class)
        .title("Evaluate a proposal")
        .description(
            "Shows what a proposal would change: every verified question, and the questions asked "
                + "of late, are planned with it and without it. Nothing is saved.")
        .right(Right.DEFINE)
        .primary("proposal")
        .examples("evaluate-proposal pro_6Bq0")
        .handledBy(
            (input, invocation) ->
                evaluation.of(proposals.find(input.proposal(), invocation.caller()), invocation));
  }

  private Operation<DecideInput, ProposalOutput> approve() {
    return Operation.named("approve_proposal", DecideInput.class, ProposalOutput.class)
        .title("Approve a proposal")
        .description(
            "Learns what was proposed, at once and for everybody: a synonym becomes a part of the "
                + "semantic model, a verified question answers first. Needs a person.")
        .effect(OperationEffect.WRITE)
        .right(Right.DEFINE)
        .primary("proposal")
        .examples("approve-proposal pro_6Bq0 --reason 'checked with sales'")
        .handledBy(proposals::approve);
  }

  private Operation<DecideInput, ProposalOutput> reject() {
    return Operation.named("reject_proposal", DecideInput.class, ProposalOutput.class)
        .title("Reject a proposal")
        .description(
            "Says no to a proposal, or takes an approved verified question back: it answers no "
                + "longer. Needs a person.")
        .effect(OperationEffect.WRITE)
        .right(Right.DEFINE)
        .primary("proposal")
        .examples("reject-proposal pro_6Bq0 --reason 'counts refunds'")
        .handledBy(proposals::reject);
  }

  private Operation<ListFeedbackInput, ListFeedbackOutput> said() {
    return Operation.named("list_feedback", ListFeedbackInput.class, ListFeedbackOutput.class)
        .title("List feedback")
        .description(
            "What callers said of answers, as far as these are about what you see: the latest "
                + "first.")
        .right(Right.DEFINE)
        .primary("source")
        .examples("list-feedback --verdict wrong")
        .handledBy(proposals::feedback);
  }
}
