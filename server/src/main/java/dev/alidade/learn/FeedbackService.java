package dev.alidade.learn;

import dev.alidade.ask.Past;
import dev.alidade.ask.PastTurn;
import dev.alidade.ask.Reading;
import dev.alidade.ask.verified.VerifiedPair;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Parameters;
import dev.alidade.operation.Invocation;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.query.Rows;
import dev.alidade.semantic.Synonym;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes what callers say of their own answers, and proposes what can be learned from it. */
final class FeedbackService {
  private static final int LONGEST = 20_000;

  private final Past past;
  private final Learned learned;
  private final FeedbackStore said;
  private final Sight sight;
  private final QueryService queries;

  FeedbackService(
      Past past, Learned learned, FeedbackStore said, Sight sight, QueryService queries) {
    this.past = past;
    this.learned = learned;
    this.said = said;
    this.sight = sight;
    this.queries = queries;
  }

  FeedbackOutput give(FeedbackInput input, Invocation invocation) {
    checked(input);
    Caller caller = invocation.caller();
    PastTurn turn = past.turn(caller, input.conversation(), input.turn());
    Taken taken = taken(input, turn, invocation);
    said.say(caller, turn, input.verdict(), input.note());
    Optional<Proposal> proposal =
        taken
            .lesson()
            .map(lesson -> known(caller, taken.source(), lesson))
            .map(lesson -> proposed(caller, taken.source(), lesson, turn, input));
    learned.store().takeBack(turn.turn(), proposal.map(Proposal::id));
    return new FeedbackOutput(
        proposal.map(FeedbackService::told).orElse(taken.message()),
        proposal.map(ProposalOutput::of));
  }

  /** What is made of feedback. */
  private record Taken(Optional<Lesson> lesson, String source, String message) {
    static Taken nothing(String message) {
      return new Taken(Optional.empty(), "", message);
    }
  }

  private static void checked(FeedbackInput input) {
    boolean corrects = input.correctedSql().isPresent();
    if (corrects && input.verdict() == Verdict.RIGHT) {
      throw invalid("`corrected_sql` is for an answer that was wrong; leave it out, or say wrong");
    }
    boolean tooLong =
        Stream.of(input.note(), input.question(), input.correctedSql())
            .anyMatch(text -> text.map(String::length).orElse(0) > LONGEST);
    if (tooLong) {
      throw invalid("Feedback has at most %,d characters a part; shorten it".formatted(LONGEST));
    }
  }

  private Taken taken(FeedbackInput input, PastTurn turn, Invocation invocation) {
    if (input.verdict() == Verdict.RIGHT) {
      return right(input, turn, invocation.caller());
    }
    if (input.correctedSql().isPresent()) {
      return corrected(input, turn, invocation);
    }
    return input.question().isPresent()
        ? reworded(input.question().get(), turn, input, invocation.caller())
        : Taken.nothing("Thank you. Whoever looks after the source sees what you said.");
  }

  private Taken right(FeedbackInput input, PastTurn turn, Caller caller) {
    if (turn.source().isEmpty() || turn.sql().isEmpty()) {
      return Taken.nothing(
          "Thank you. The turn gave no answer, so that nothing is learned from it.");
    }
    if (turn.verified()) {
      return Taken.nothing("Thank you. This answer is verified already.");
    }
    // What a follow-up shows is a question of its own, in other words than the follow-up's.
    String question = input.question().or(turn::asks).or(turn::paraphrase).orElse(turn.question());
    String source = turn.source().get();
    return lesson(source, question, turn.sql().get(), turn, caller);
  }

  private Taken lesson(String source, String question, String sql, PastTurn turn, Caller caller) {
    return new Taken(
        Optional.of(new Lesson.OfQuestion(question, sql, turn.plan(), past.today(caller, source))),
        source,
        "");
  }

  private Taken corrected(FeedbackInput input, PastTurn turn, Invocation invocation) {
    String source = source(input, turn);
    String sql = input.correctedSql().orElseThrow();
    Caller caller = invocation.caller();
    Rows.collect(
        queries.run(
            new QueryRequest(
                caller,
                source,
                sql,
                Parameters.NONE,
                QueryLimits.INTERACTIVE.withRows(1),
                invocation.cancellation())));
    return new Taken(
        Optional.of(
            new Lesson.OfQuestion(
                question(input, turn), sql, Optional.empty(), past.today(caller, source))),
        source,
        "");
  }

  private static String question(FeedbackInput input, PastTurn turn) {
    return input
        .question()
        .or(turn::asks)
        .or(() -> turn.sql().isEmpty() ? Optional.of(turn.question()) : Optional.empty())
        .orElseThrow(
            () ->
                invalid(
                    "The turn changed an earlier answer; say what the SQL answers as a whole `question`"));
  }

  private static String source(FeedbackInput input, PastTurn turn) {
    return turn.source()
        .or(input::source)
        .orElseThrow(() -> invalid("The turn reached no source; name that of the SQL as `source`"));
  }

  /** Other words for the same question: they say what the unknown ones mean, or what was meant. */
  private Taken reworded(String meant, PastTurn turn, FeedbackInput input, Caller caller) {
    String source = source(input, turn);
    Optional<Reading> reading = past.reading(caller, meant, source);
    if (reading.isEmpty()) {
      return Taken.nothing(
          "Thank you. In these words the question is not understood either; `corrected_sql` would say what was meant.");
    }
    Optional<Synonym> synonym =
        past.synonym(caller, source, turn.question(), turn.unexplained(), meant);
    if (synonym.isPresent()) {
      return new Taken(Optional.of(new Lesson.OfSynonym(synonym.get())), source, "");
    }
    String asked = turn.asks().or(() -> unanswered(turn)).orElse(meant);
    return new Taken(
        Optional.of(
            new Lesson.OfQuestion(
                asked,
                reading.get().sql(),
                Optional.of(reading.get().candidate().plan()),
                past.today(caller, source))),
        source,
        "");
  }

  private static Optional<String> unanswered(PastTurn turn) {
    return turn.sql().isEmpty() ? Optional.of(turn.question()) : Optional.empty();
  }

  /** One that waits already with other values, so that it is counted and not proposed again. */
  private Lesson known(Caller caller, String source, Lesson lesson) {
    if (!(lesson instanceof Lesson.OfQuestion asked) || asked.plan().isEmpty()) {
      return lesson;
    }
    Map<VerifiedPair, Proposal> waiting = new LinkedHashMap<>();
    learned.store().waitingQuestions(source).stream()
        .filter(one -> sight.sees(caller, one))
        .forEach(one -> waiting.put(Learned.pair(one), one));
    return past.alike(
            caller, source, asked.question(), asked.plan().get(), List.copyOf(waiting.keySet()))
        .map(pair -> waiting.get(pair).lesson())
        .orElse(lesson);
  }

  private Proposal proposed(
      Caller caller, String source, Lesson lesson, PastTurn turn, FeedbackInput input) {
    if (!learned.hasRoom(caller)) {
      throw new AlidadeException(
          ErrorCode.TOO_MANY_REQUESTS,
          "Many proposals of yours wait already; have some decided before you make more");
    }
    return learned
        .store()
        .propose(
            caller,
            source,
            lesson,
            new ProposalStore.Spoken(turn.conversation(), turn.turn()),
            input.note());
  }

  private static String told(Proposal proposal) {
    String what = ProposalOutput.of(proposal).what();
    return switch (proposal.state()) {
      case PENDING ->
          proposal.times() > 1
              ? "Thank you. Proposed %d times now: %s.".formatted(proposal.times(), what)
              : "Thank you. Proposed, for somebody to approve: %s.".formatted(what);
      case APPROVED -> "Thank you. This is approved already: %s.".formatted(what);
      case REJECTED ->
          "Thank you. This was proposed before and rejected%s: %s."
              .formatted(proposal.reason().map(why -> " (" + why + ")").orElse(""), what);
    };
  }

  private static AlidadeException invalid(String message) {
    return new AlidadeException(ErrorCode.INVALID_INPUT, message);
  }
}
