package dev.alidade.ask;

import dev.alidade.ask.build.SourceMap;
import dev.alidade.ask.plan.Domain;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.verified.PlanShape;
import dev.alidade.ask.verified.VerifiedMatch;
import dev.alidade.ask.verified.VerifiedMatcher;
import dev.alidade.ask.verified.VerifiedPair;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.semantic.SemanticModel;
import dev.alidade.semantic.Synonym;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What was asked and answered, and how it would be answered: for those who learn from it. */
public final class Past {
  private final ConversationStore conversations;
  private final SourceReader reader;
  private final SourceMaps maps;
  private final Clock clock;

  Past(ConversationStore conversations, SourceReader reader, SourceMaps maps, Clock clock) {
    this.conversations = conversations;
    this.reader = reader;
    this.maps = maps;
    this.clock = clock;
  }

  /**
   * A turn of the caller's own, the last one unless said; fails where they have no such turn.
   *
   * @param named a conversation, or {@code last}
   */
  public PastTurn turn(Caller caller, String named, Optional<String> turn) {
    String conversation = conversations.named(caller.name(), named);
    conversations.check(caller.name(), conversation);
    return turn.map(one -> conversations.turn(caller, conversation, one))
        .orElseGet(() -> conversations.last(caller, conversation))
        .map(PastTurn::of)
        .orElseThrow(
            () ->
                new AlidadeException(
                    ErrorCode.INVALID_INPUT,
                    "The conversation has no turn `%s`; get_conversation names its turns"
                        .formatted(turn.orElse("last"))));
  }

  /**
   * Whole questions on a source that were answered, of all callers, the latest first, once each.
   */
  public List<String> questions(String source, int most) {
    return conversations.questions(source, most);
  }

  /** What the planner would answer a question with. */
  public Optional<Reading> reading(Caller caller, String question, String source) {
    return reader.readOne(caller, question, source).decision() instanceof Decision.Answer answer
        ? Optional.of(answer.reading())
        : Optional.empty();
  }

  /** The first of these whose question and plan are the same but for their values. */
  public Optional<VerifiedPair> alike(
      Caller caller, String source, String question, Plan plan, List<VerifiedPair> pairs) {
    List<VerifiedPair> ofShape =
        pairs.stream()
            .filter(pair -> pair.plan().map(one -> PlanShape.isSame(one, plan)).orElse(false))
            .toList();
    return new VerifiedMatcher(maps.of(caller, source), reader.dialect(source))
        .match(question, ofShape)
        .map(VerifiedMatch::pair);
  }

  /** The day that relative dates count from. */
  public LocalDate today(Caller caller, String source) {
    return maps.of(caller, source).today();
  }

  /** What unknown words of a question mean, where another wording of it says that clearly. */
  public Optional<Synonym> synonym(
      Caller caller, String source, String question, List<String> unknown, String other) {
    return new SynonymFinder(maps.of(caller, source)).between(question, unknown, other);
  }

  /** How a source would be asked if it meant this, and these answers were approved. */
  public Rehearsal rehearsal(
      Caller caller, String source, SemanticModel model, List<VerifiedPair> pairs) {
    Domain domain = new Domain(reader.domain(caller, source).knowledge(), model);
    return new Rehearsal(reader, domain, new SourceMap(domain, clock), pairs);
  }
}
