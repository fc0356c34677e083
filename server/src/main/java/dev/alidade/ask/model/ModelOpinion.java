package dev.alidade.ask.model;

import dev.alidade.ask.Decision;
import dev.alidade.ask.Reading;
import dev.alidade.ask.SecondOpinion;
import dev.alidade.ask.compile.PlanCompiler;
import dev.alidade.ask.exchange.Grounding;
import dev.alidade.ask.plan.Candidate;
import dev.alidade.ask.text.Tokenizer;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.query.QueryService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Asks a language model what a question means, and weighs that with what the planner says. */
public final class ModelOpinion implements SecondOpinion {
  /** How sure a model's plan is alone; nobody has measured it with a real model yet. */
  static final double ALONE = 0.6;

  private static final double WITHOUT_PLAN = 0.4;
  private static final double TOO_CLOSE = 0.15;
  private static final int MOST_COMPARED = 3;
  private static final String NOT_SHARED =
      "was not asked, for nothing of this source is shared with it; the built-in planner decided alone";

  private final MeteredModel model;
  private final ModelChoice choice;
  private final Comparing comparing;
  private final Grounding grounding;
  private final Clock clock;
  private final Consumer<Usage> spent;
  private final Tokenizer tokenizer = new Tokenizer();

  /** Asks {@code model} as {@code choice} says; tries what it says with {@code queries}. */
  public ModelOpinion(
      MeteredModel model,
      ModelChoice choice,
      QueryService queries,
      Clock clock,
      Consumer<Usage> spent) {
    this.model = model;
    this.choice = choice;
    this.comparing = new Comparing(queries);
    this.grounding = new Grounding(clock);
    this.clock = clock;
    this.spent = spent;
  }

  @Override
  public Opinion on(Asked asked, List<Reading> readings, Decision decision) {
    boolean sure = decision instanceof Decision.Answer;
    Share share = model.settings().sharing().of(asked.domain().knowledge().source());
    if (share == Share.NOTHING || (sure && choice.planner() == PlannerChoice.BUILT_IN)) {
      boolean wanted = choice.planner() == PlannerChoice.MODEL;
      return new Opinion(readings, decision, wanted ? List.of(named(NOT_SHARED)) : List.of());
    }
    asked.invocation().reached("asking_model", Map.of("model", model.settings().name()));
    try {
      ModelPlanner.Proposal proposal = propose(asked);
      return noting(proposal.since(), weighed(asked, readings, decision, proposal));
    } catch (AlidadeException failed) {
      if (failed.code() == ErrorCode.QUERY_CANCELLED) {
        throw failed;
      }
      String note = failed.getMessage() + ". The built-in planner decided alone.";
      return new Opinion(readings, decision, List.of(note));
    }
  }

  private ModelPlanner.Proposal propose(Asked asked) {
    String sql = choice.rawSql() ? example(asked) : "";
    return new ModelPlanner(model, grounding, clock, sql, asked.invocation(), asked.fresh(), spent)
        .propose(tokenizer.read(asked.question()), asked.domain());
  }

  /** A statement that shows how the source wants SQL; empty where it has no tables. */
  private static String example(Asked asked) {
    return asked.domain().knowledge().tables().stream()
        .filter(table -> !table.columns().isEmpty())
        .findFirst()
        .map(
            table ->
                "SELECT %s FROM %s %s"
                    .formatted(
                        asked.dialect().quote(table.columns().getFirst().name()),
                        asked.dialect().quote(table.name()),
                        asked.dialect().limit(10, 0)))
        .orElse("");
  }

  private Opinion weighed(
      Asked asked, List<Reading> readings, Decision decision, ModelPlanner.Proposal proposal) {
    boolean sure = decision instanceof Decision.Answer;
    List<Reading> proposed = readings(asked, proposal.candidates());
    if (proposed.isEmpty()) {
      return sure || proposal.sql().isEmpty()
          ? new Opinion(readings, decision, List.of(named("found no plan")))
          : unplanned(asked, readings, decision, proposal.sql().get());
    }
    Reading first = proposed.getFirst();
    Optional<Reading> agreed =
        readings.stream()
            .filter(reading -> reading.candidate().unexplained().isEmpty())
            .limit(MOST_COMPARED)
            .filter(reading -> comparing.agree(asked, reading, first))
            .findFirst();
    if (agreed.isPresent()) {
      Reading both = confirmed(agreed.get());
      return new Opinion(with(both, readings), new Decision.Answer(both), List.of());
    }
    List<Reading> all = Stream.concat(proposed.stream(), readings.stream()).toList();
    if (sure && choice.planner() == PlannerChoice.BOTH) {
      Reading builtIn = ((Decision.Answer) decision).reading();
      return new Opinion(
          all,
          new Decision.Clarify(List.of(builtIn, first)),
          List.of(named("reads the question in another way")));
    }
    boolean close =
        proposed.size() > 1
            && first.candidate().score() - proposed.get(1).candidate().score() < TOO_CLOSE;
    return new Opinion(
        all, close ? new Decision.Clarify(proposed) : new Decision.Answer(first), List.of());
  }

  private Opinion unplanned(
      Asked asked, List<Reading> readings, Decision decision, ModelAnswer.Written written) {
    if (!choice.rawSql() || !comparing.canRun(asked, written.sql())) {
      return new Opinion(readings, decision, List.of(named("found no plan, and SQL cannot run")));
    }
    String source = asked.domain().knowledge().source();
    return new Opinion(
        readings,
        new Decision.Unplanned(
            source, written.sql(), written.meaning(), WITHOUT_PLAN, model.settings().name()),
        List.of());
  }

  /** Readings that can run, the likeliest first. */
  private List<Reading> readings(Asked asked, List<Candidate> candidates) {
    PlanCompiler compiler = new PlanCompiler(asked.dialect());
    List<Reading> readings = new ArrayList<>();
    List<String> known = new ArrayList<>();
    for (Candidate candidate : candidates) {
      String sql = compiler.compile(candidate.plan());
      if (!known.contains(sql) && comparing.canRun(asked, sql)) {
        known.add(sql);
        readings.add(
            new Reading(
                asked.domain().knowledge().source(),
                candidate,
                sql,
                ALONE,
                Reading.Origin.MODEL,
                model.settings().name()));
      }
    }
    return readings;
  }

  /** Two that err for different reasons err together less often. */
  private Reading confirmed(Reading reading) {
    double both = 1 - (1 - ALONE) * (1 - reading.confidence());
    return new Reading(
        reading.source(),
        reading.candidate(),
        reading.sql(),
        both,
        Reading.Origin.BOTH,
        model.settings().name());
  }

  private static List<Reading> with(Reading first, List<Reading> others) {
    return Stream.concat(
            Stream.of(first), others.stream().filter(reading -> !reading.sql().equals(first.sql())))
        .toList();
  }

  /** The asker should know that nobody was asked. */
  private Opinion noting(Optional<Instant> since, Opinion opinion) {
    if (since.isEmpty()) {
      return opinion;
    }
    String note =
        named(
            "said this %s to the very same prompt, and nothing was spent; `fresh` asks it again"
                .formatted(Ages.ago(Duration.between(since.get(), clock.instant()))));
    return new Opinion(
        opinion.readings(),
        opinion.decision(),
        Stream.concat(opinion.notes().stream(), Stream.of(note)).toList());
  }

  private String named(String what) {
    return "The model `%s` %s.".formatted(model.settings().name(), what);
  }
}
