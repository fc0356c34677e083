package dev.alidade.ask;

import dev.alidade.ask.compile.PlanCompiler;
import dev.alidade.ask.explain.Paraphraser;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Parameters;
import dev.alidade.operation.Invocation;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.query.Rows;
import dev.alidade.sql.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** What of a kept turn may be told to whoever reads it: words and a statement, never rows. */
final class SharedReading {
  private static final String REASON = "The plan of the shared answer ran anew, as you";

  private final QueryService queries;
  private final SourceReader reader;
  private final BiFunction<Caller, Optional<String>, String> seenAs;

  SharedReading(
      QueryService queries,
      SourceReader reader,
      BiFunction<Caller, Optional<String>, String> seenAs) {
    this.queries = queries;
    this.reader = reader;
    this.seenAs = seenAs;
  }

  /**
   * A question with what answers it.
   *
   * @param owned whether the question stands as its owner wrote it
   */
  record Told(String question, boolean owned, Proposed proposed) {}

  /** Whether anything is known of a turn by which its reader's rights can be judged. */
  boolean canTell(StoredTurn turn, Caller caller) {
    return seesTheSame(turn, caller) || turn.memory().topic().isPresent();
  }

  private boolean seesTheSame(StoredTurn turn, Caller caller) {
    return seenAs.apply(caller, turn.answer().source()).equals(turn.seenAs());
  }

  /**
   * Where the reader sees all that the owner saw, the turn as it was. Otherwise what its plan says,
   * if the reader finds every value that the plan names among their own rows; fails with
   * PERMISSION_DENIED where they do not.
   */
  Told of(StoredTurn turn, Invocation invocation) {
    AskOutput answer = turn.answer();
    if (seesTheSame(turn, invocation.caller())) {
      return new Told(
          answer.question(),
          true,
          new Proposed(
              answer.source().orElseThrow(),
              answer.sql().orElseThrow(),
              answer.paraphrase().orElse(answer.question()),
              answer.trust(),
              answer.understood(),
              turn.memory().topic(),
              answer.kept()));
    }
    Topic topic = turn.memory().topic().orElseThrow(SharedReading::hidden);
    List<SelectPlan> values = PlanValues.of(topic.plan()).orElseThrow(SharedReading::hidden);
    Dialect dialect = reader.dialect(topic.source());
    for (SelectPlan value : values) {
      check(invocation, topic.source(), new PlanCompiler(dialect).compile(value));
    }
    return ofPlan(turn, topic, dialect);
  }

  private static Told ofPlan(StoredTurn turn, Topic topic, Dialect dialect) {
    String paraphrase = Paraphraser.sentence(topic.plan());
    boolean owned = isAccountedFor(turn);
    Topic bare =
        new Topic(
            topic.source(),
            topic.plan(),
            Map.of(),
            topic.chart(),
            topic.drawn(),
            topic.label(),
            topic.confidence(),
            Optional.empty(),
            topic.planner());
    return new Told(
        owned ? turn.answer().question() : paraphrase,
        owned,
        new Proposed(
            topic.source(),
            new PlanCompiler(dialect).compile(topic.plan()),
            paraphrase,
            new Trust(topic.label(), topic.confidence(), List.of(REASON)).by(topic.planner()),
            List.of(),
            Optional.of(bare),
            Optional.empty()));
  }

  /**
   * Whether every word of the question is in its plan: not so of what changes an earlier question,
   * which may name a value to leave it out, nor of what a model read.
   */
  private static boolean isAccountedFor(StoredTurn turn) {
    boolean whole = turn.memory().asks().equals(Optional.of(turn.answer().question()));
    return whole
        && switch (turn.answer().trust().label()) {
          case INFERRED, GOVERNED -> true;
          case VERIFIED, MODEL, NONE -> false;
        };
  }

  private void check(Invocation invocation, String source, String sql) {
    List<List<Object>> rows =
        Rows.collect(
                queries.run(
                    new QueryRequest(
                        invocation.caller(),
                        source,
                        sql,
                        Parameters.NONE,
                        QueryLimits.INTERACTIVE.withRows(1),
                        invocation.cancellation())))
            .rows();
    if (rows.isEmpty()) {
      throw hidden();
    }
  }

  static AlidadeException hidden() {
    return new AlidadeException(
        ErrorCode.PERMISSION_DENIED,
        "This answer reads something, or names a value, that is not among what you may see; ask"
            + " who shared it what it is about");
  }
}
