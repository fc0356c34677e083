package dev.alidade.ask;

import dev.alidade.ask.plan.Plan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A turn of a caller's own, for those who learn from it.
 *
 * @param question what was said
 * @param asks the whole question that it answers; none where it changed an earlier answer
 * @param plan how it was answered, where by a plan
 * @param verified whether the answer was one that a person approved
 */
public record PastTurn(
    String conversation,
    String turn,
    String question,
    Optional<String> asks,
    Optional<String> source,
    Optional<String> sql,
    Optional<Plan> plan,
    Optional<String> paraphrase,
    List<String> unexplained,
    boolean verified) {
  public PastTurn {
    Objects.requireNonNull(conversation, "conversation");
    Objects.requireNonNull(turn, "turn");
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(asks, "asks");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(paraphrase, "paraphrase");
    unexplained = List.copyOf(unexplained);
  }

  static PastTurn of(ConversationStore.Kept kept) {
    AskOutput answer = kept.answer();
    boolean answered = answer.status() == AskStatus.ANSWERED;
    return new PastTurn(
        answer.conversation(),
        answer.turn(),
        answer.question(),
        kept.memory().asks(),
        answer.source(),
        answer.sql(),
        answered ? kept.memory().topic().map(Topic::plan) : Optional.empty(),
        answer.paraphrase(),
        answer.unexplained(),
        answer.trust().label() == Trust.Label.VERIFIED);
  }
}
