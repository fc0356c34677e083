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
  private final Consumer<Usage> spent;

  /**
   * @param sql how SQL is written, which may be given where there is no plan; empty for none
   * @param spent takes what each call costs
   */
  ModelPlanner(
      MeteredModel model,
      Grounding grounding,
      Clock clock,
      String sql,
      Invocation invocation,
      Consumer<Usage> spent) {
    this.model = model;
    this.grounding = grounding;
    this.clock = clock;
    this.sql = sql;
    this.invocation = invocation;
    this.spent = spent;
  }

  /**
   * What a model proposes.
   *
   * @param candidates plans that fit the source, the likeliest first
   * @param sql what it wrote where it found no plan
   */
  record Proposal(List<Candidate> candidates, Optional<ModelAnswer.Written> sql) {
    Proposal {
      candidates = List.copyOf(candidates);
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
    for (int corrections = 0; ; corrections++) {
      String text =
          model.answer(
              invocation.caller(), request, invocation.cancellation(), ignored -> {}, spent);
      Attempted attempted = attempt(text, question, reader);
      if (attempted.proposal().isPresent()) {
        model.keep(request, text);
        return attempted.proposal().get();
      }
      if (corrections == MOST_CORRECTIONS) {
        throw new AlidadeException(
            ErrorCode.MODEL_ANSWER_INVALID,
            "The model `%s` gave no plan that fits the source, corrected %d times; ask in other words"
                .formatted(settings.name(), MOST_CORRECTIONS));
      }
      invocation.reached("correcting", Map.of("model", settings.name()));
      request = request.then(text, ModelPrompt.corrections(attempted.errors()));
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
        : new Attempted(Optional.of(new Proposal(candidates, answer.get().sql())), errors);
  }

  private static PlanError at(String place, PlanError error) {
    return new PlanError(
        place + ".plan" + error.path().substring(1), error.code(), error.message());
  }
}
