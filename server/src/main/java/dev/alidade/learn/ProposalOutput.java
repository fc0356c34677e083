package dev.alidade.learn;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import java.time.Instant;
import java.util.Optional;

/** A proposal as callers see it. */
public record ProposalOutput(
    @Headline(1) @Description("Its id, for evaluate_proposal and decide_proposal") String proposal,
    @Headline(2) ProposalKind kind,
    @Headline(3) @Description("What would be learned, in plain words") String what,
    @Headline(4) String source,
    @Headline(5) ProposalState state,
    @Headline(6) @Description("How many turns speak for it") int times,
    @Description("The question, of a verified question") Optional<String> question,
    @Description("Its answer, of a verified question") Optional<String> sql,
    @Headline(7) String proposedBy,
    @Description("Through which door; `mcp` is a model or an agent") String door,
    String proposedAt,
    @Description("The latest turn that speaks for it") Optional<String> turn,
    @Headline(8) @Description("What was said about it") Optional<String> note,
    Optional<String> decidedBy,
    Optional<String> decidedAt,
    Optional<String> reason) {
  static ProposalOutput of(Proposal one) {
    Optional<Lesson.OfQuestion> question =
        one.lesson() instanceof Lesson.OfQuestion asked ? Optional.of(asked) : Optional.empty();
    return new ProposalOutput(
        one.id(),
        one.lesson().kind(),
        what(one.lesson()),
        one.source(),
        one.state(),
        one.times(),
        question.map(Lesson.OfQuestion::question),
        question.map(Lesson.OfQuestion::sql),
        one.proposedBy(),
        one.through(),
        one.proposedAt().toString(),
        one.turn(),
        one.note(),
        one.decidedBy(),
        one.decidedAt().map(Instant::toString),
        one.reason());
  }

  private static String what(Lesson lesson) {
    return switch (lesson) {
      case Lesson.OfSynonym one -> one.synonym().toString();
      case Lesson.OfQuestion one -> "\"%s\" has this answer".formatted(one.question());
    };
  }
}
