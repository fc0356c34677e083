package dev.alidade.learn;

import dev.alidade.ask.Past;
import dev.alidade.ask.Rehearsal;
import dev.alidade.ask.verified.VerifiedPair;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.engine.Parameters;
import dev.alidade.evaluate.RowComparison;
import dev.alidade.learn.EvaluateOutput.Answer;
import dev.alidade.learn.EvaluateOutput.Asked;
import dev.alidade.learn.EvaluateOutput.Changed;
import dev.alidade.learn.EvaluateOutput.Outcome;
import dev.alidade.learn.EvaluateOutput.Verified;
import dev.alidade.operation.Invocation;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.query.Rows;
import dev.alidade.semantic.Meanings;
import dev.alidade.semantic.SemanticModel;
import dev.alidade.semantic.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells what a proposal would change, before it is decided on: every question is planned with it
 * and without it, in the light of what the decider may see.
 */
final class Evaluation {
  private static final QueryLimits LIMITS = QueryLimits.INTERACTIVE.withRows(1_000);
  private static final int MOST_VERIFIED = 100;
  private static final int MOST_ASKED = 200;

  private final Past past;
  private final Learned learned;
  private final Sight sight;
  private final Meanings meanings;
  private final Vocabulary vocabulary;
  private final QueryService queries;

  Evaluation(
      Past past,
      Learned learned,
      Sight sight,
      Meanings meanings,
      Vocabulary vocabulary,
      QueryService queries) {
    this.past = past;
    this.learned = learned;
    this.sight = sight;
    this.meanings = meanings;
    this.vocabulary = vocabulary;
    this.queries = queries;
  }

  EvaluateOutput of(Proposal proposal, Invocation invocation) {
    Caller caller = invocation.caller();
    SemanticModel now = meanings.of(caller, proposal.source());
    SemanticModel then =
        proposal.lesson() instanceof Lesson.OfSynonym one
            ? vocabulary.with(caller, proposal.source(), one.synonym())
            : now;
    List<VerifiedPair> known = pairs(caller, proposal.source(), now);
    List<VerifiedPair> more =
        proposal.lesson() instanceof Lesson.OfQuestion
            ? Stream.concat(Stream.of(Learned.pair(proposal)), known.stream()).toList()
            : known;
    Side before = new Side(caller, proposal.source(), now, known);
    Side after = new Side(caller, proposal.source(), then, more);
    Verified verified = verified(known, before, after, invocation);
    Asked asked = asked(past.questions(proposal.source(), MOST_ASKED), before, after);
    Optional<Answer> answer =
        proposal.lesson() instanceof Lesson.OfQuestion one
            ? Optional.of(answer(proposal.source(), one, before, invocation))
            : Optional.empty();
    return new EvaluateOutput(
        Summary.of(verified, asked, answer), verified, asked, answer, ProposalOutput.of(proposal));
  }

  /** Those that the decider may run. */
  private List<VerifiedPair> pairs(Caller caller, String source, SemanticModel model) {
    return Stream.concat(
            learned.pairs(source).stream().filter(pair -> sight.mayRun(caller, source, pair.sql())),
            model.verifiedQuestions().stream().map(one -> VerifiedPair.of(source, one)))
        .limit(MOST_VERIFIED)
        .toList();
  }

  /** The world with the proposal or without it. */
  private final class Side {
    private final List<VerifiedPair> pairs;
    private final Rehearsal whole;

    Side(Caller caller, String source, SemanticModel model, List<VerifiedPair> pairs) {
      this.pairs = pairs;
      this.whole = past.rehearsal(caller, source, model, pairs);
    }

    Optional<String> sql(String question) {
      return whole.sql(question);
    }

    /** As if this one had not been approved. */
    Optional<String> sqlWithout(VerifiedPair pair) {
      return whole
          .approving(pairs.stream().filter(other -> !other.equals(pair)).toList())
          .sql(pair.question());
    }
  }

  private Verified verified(
      List<VerifiedPair> pairs, Side before, Side after, Invocation invocation) {
    List<Optional<String>> without = pairs.stream().map(before::sqlWithout).toList();
    List<Optional<String>> with = pairs.stream().map(after::sqlWithout).toList();
    int rightBefore = 0;
    int rightAfter = 0;
    List<Changed> changed = new ArrayList<>();
    for (int at = 0; at < pairs.size(); at++) {
      VerifiedPair pair = pairs.get(at);
      Outcome old = outcome(pair.source(), without.get(at), pair.sql(), invocation);
      Outcome next =
          without.get(at).equals(with.get(at))
              ? old
              : outcome(pair.source(), with.get(at), pair.sql(), invocation);
      rightBefore += old == Outcome.RIGHT ? 1 : 0;
      rightAfter += next == Outcome.RIGHT ? 1 : 0;
      if (old != next) {
        changed.add(new Changed(pair.question(), old, next));
      }
    }
    return new Verified(pairs.size(), rightBefore, rightAfter, changed);
  }

  private static Asked asked(List<String> questions, Side before, Side after) {
    List<Optional<String>> without = questions.stream().map(before::sql).toList();
    List<Optional<String>> with = questions.stream().map(after::sql).toList();
    int same = 0;
    int gained = 0;
    int lost = 0;
    for (int at = 0; at < questions.size(); at++) {
      same += without.get(at).equals(with.get(at)) ? 1 : 0;
      gained += without.get(at).isEmpty() && with.get(at).isPresent() ? 1 : 0;
      lost += without.get(at).isPresent() && with.get(at).isEmpty() ? 1 : 0;
    }
    return new Asked(questions.size(), same, questions.size() - same - gained - lost, gained, lost);
  }

  private Answer answer(
      String source, Lesson.OfQuestion proposed, Side before, Invocation invocation) {
    return new Answer(
        rows(source, proposed.sql(), invocation).rows().size(),
        outcome(source, before.sql(proposed.question()), proposed.sql(), invocation));
  }

  private Outcome outcome(
      String source, Optional<String> sql, String approved, Invocation invocation) {
    if (sql.isEmpty()) {
      return Outcome.UNANSWERED;
    }
    if (sql.get().equals(approved)) {
      return Outcome.RIGHT;
    }
    try {
      boolean same =
          RowComparison.same(
              rows(source, sql.get(), invocation).rows(),
              rows(source, approved, invocation).rows(),
              RowComparison.isOrdered(approved));
      return same ? Outcome.RIGHT : Outcome.WRONG;
    } catch (AlidadeException failed) {
      return Outcome.WRONG;
    }
  }

  private Rows rows(String source, String sql, Invocation invocation) {
    return Rows.collect(
        queries.run(
            new QueryRequest(
                invocation.caller(),
                source,
                sql,
                Parameters.NONE,
                LIMITS,
                invocation.cancellation())));
  }
}
