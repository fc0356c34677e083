package dev.alidade.ask.model;

import dev.alidade.ask.exchange.Ground;
import dev.alidade.ask.exchange.Grounding;
import dev.alidade.ask.exchange.PlanError;
import dev.alidade.ask.exchange.PlanReader;
import dev.alidade.ask.plan.Candidate;
import dev.alidade.ask.plan.Domain;
import dev.alidade.ask.plan.Planner;
import dev.alidade.ask.text.Question;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Invocation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Plans by asking a language model, for one caller; a plan that does not fit goes back to it. */
public final class ModelPlanner implements Planner {
  private static final int MOST_CORRECTIONS = 2;

  private final MeteredModel model;
  private final Grounding grounding;
  private final Clock clock;
  private final String sql;
  private final Invocation invocation;
  private final boolean fresh;
  private final Consumer<Usage> spent;

  /**
   * @param sql how SQL is written, which may be given where there is no plan; empty for none
   * @param fresh whether it is asked again where what it said is kept
   * @param spent takes what each call costs
   */
  ModelPlanner(
      MeteredModel model,
      Grounding grounding,
      Clock clock,
      String sql,
      Invocation invocation,
      boolean fresh,
      Consumer<Usage> spent) {
    this.model = model;
    this.grounding = grounding;
    this.clock = clock;
    this.sql = sql;
    this.invocation = invocation;
    this.fresh = fresh;
    this.spent = spent;
  }

  /**
   * What a model proposes.
   *
   * @param candidates plans that fit the source, the likeliest first
   * @param sql what it wrote where it found no plan
   * @param since when it said that, where it was not asked for this question
   */
  record Proposal(
      List<Candidate> candidates, Optional<ModelAnswer.Written> sql, Optional<Instant> since) {
    Proposal {
      candidates = List.copyOf(candidates);
    }

    Proposal saidAt(Optional<Instant> moment) {
      return new Proposal(candidates, sql, moment);
    }
  }

  @Override
  public List<Candidate> plan(Question question, Domain domain) {
    return propose(question, domain).candidates();
  }

  /** Plans, or SQL; fails with one of the MODEL codes where the model gives nothing of use. */
  Proposal propose(Question question, Domain domain) {
    ModelSettings settings = model.settings();
    boolean values = settings.sharing().of(domain.knowledge().source()) == Share.VALUES;
    Ground ground = grounding.of(question, domain, values);
    ModelRequest request =
        ModelPrompt.of(question.text(), ground, LocalDate.now(clock), settings.candidates(), sql);
    PlanReader reader = new PlanReader(domain);
    Prompt first = new Prompt(invocation.caller(), request, invocation.cancellation(), fresh);
    Prompt prompt = first;
    for (int corrections = 0; ; corrections++) {
      Told told =
          model.answer(
              prompt, text -> attempt(text, question, reader).proposal().isPresent(), spent);
      Attempted attempted = attempt(told.text(), question, reader);
      if (attempted.proposal().isPresent()) {
        if (corrections > 0) {
          model.keep(first, told.text());
        }
        return attempted.proposal().get().saidAt(told.since());
      }
      if (corrections == MOST_CORRECTIONS) {
        throw new AlidadeException(
            ErrorCode.MODEL_ANSWER_INVALID,
            "The model `%s` gave no plan that fits the source, corrected %d times; ask in other words"
                .formatted(settings.name(), MOST_CORRECTIONS));
      }
      invocation.reached("correcting", Map.of("model", settings.name()));
      prompt = prompt.then(told.text(), ModelPrompt.corrections(attempted.errors()));
    }
  }

  /** A proposal, or what has to be corrected. */
  private record Attempted(Optional<Proposal> proposal, List<PlanError> errors) {}

  private Attempted attempt(String text, Question question, PlanReader reader) {
    Optional<ModelAnswer> answer = ModelAnswer.read(text, model.settings().candidates());
    if (answer.isEmpty()) {
      PlanError error =
          new PlanError("$", "wrong_type", "The answer must be a JSON object with `plans`");
      return new Attempted(Optional.empty(), List.of(error));
    }
    List<Candidate> candidates = new ArrayList<>();
    List<PlanError> errors = new ArrayList<>();
    int index = 0;
    for (ModelAnswer.Proposed proposed : answer.get().plans()) {
      PlanReader.Result read = reader.read(proposed.plan(), question);
      String place = "plans[%d]".formatted(index++);
      read.plan()
          .ifPresent(
              plan ->
                  candidates.add(
                      new Candidate(plan, proposed.confidence(), Map.of(), List.of(), List.of())));
      read.errors().forEach(error -> errors.add(at(place, error)));
    }
    boolean hopeless = candidates.isEmpty() && !errors.isEmpty() && answer.get().sql().isEmpty();
    return hopeless
        ? new Attempted(Optional.empty(), errors)
        : new Attempted(
            Optional.of(new Proposal(candidates, answer.get().sql(), Optional.empty())), errors);
  }

  private static PlanError at(String place, PlanError error) {
    return new PlanError(
        place + ".plan" + error.path().substring(1), error.code(), error.message());
  }
}
