package dev.alidade.ask.model;

import dev.alidade.ask.Planners;
import dev.alidade.ask.SecondOpinion;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.base.Reuse;
import dev.alidade.query.QueryService;
import dev.alidade.store.Database;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/** The language models that are configured. */
public final class Models implements AutoCloseable {
  private final Map<String, MeteredModel> byName = new LinkedHashMap<>();
  private final List<HttpModel> open;
  private final ModelChoice choice;
  private final Clock clock;

  /** These models, asked as {@code choice} says; what they cost is kept in the database. */
  public Models(List<ModelSettings> settings, ModelChoice choice, Database database, Clock clock) {
    this.choice = choice;
    this.clock = clock;
    this.open = settings.stream().map(each -> new HttpModel(each, clock)).toList();
    for (int index = 0; index < settings.size(); index++) {
      ModelSettings each = settings.get(index);
      byName.put(each.name(), new MeteredModel(each, open.get(index), database, clock));
    }
  }

  /** All of them. */
  List<MeteredModel> all() {
    return List.copyOf(byName.values());
  }

  /** How often a prompt was answered without asking any of them. */
  public Reuse answers() {
    return byName.values().stream()
        .map(MeteredModel::reuse)
        .reduce(
            new Reuse(0, 0),
            (one, other) -> new Reuse(one.hits() + other.hits(), one.misses() + other.misses()));
  }

  /** Fails with MODEL_NOT_FOUND where there is no such model. */
  public void check(String name) {
    find(name);
  }

  /** How questions use them. */
  ModelChoice choice() {
    return choice;
  }

  /** The one that questions use; empty where there is none. */
  Optional<MeteredModel> asked() {
    return choice.model().map(this::find).or(() -> byName.values().stream().findFirst());
  }

  /** Who may plan questions, and who does where nobody is named. */
  public Planners planners(QueryService queries) {
    SecondOpinion usual =
        asked()
            .<SecondOpinion>map(
                model -> new ModelOpinion(model, choice, queries, clock, ignored -> {}))
            .orElse(SecondOpinion.NOBODY);
    SequencedMap<String, SecondOpinion> named = new LinkedHashMap<>();
    byName.forEach(
        (name, model) ->
            named.put(name, new ModelOpinion(model, alone(name), queries, clock, ignored -> {})));
    return new Planners(usual, named, askedFirst());
  }

  private List<String> askedFirst() {
    Optional<String> model = asked().map(each -> each.settings().name());
    PlannerChoice planner = model.isPresent() ? choice.planner() : PlannerChoice.BUILT_IN;
    return switch (planner) {
      case BUILT_IN -> List.of(Planners.BUILT_IN);
      case MODEL -> List.of(model.orElseThrow());
      case BOTH -> List.of(Planners.BUILT_IN, model.orElseThrow());
    };
  }

  private ModelChoice alone(String name) {
    return new ModelChoice(PlannerChoice.MODEL, Optional.of(name), choice.rawSql());
  }

  /**
   * What the model of that name says alone, to be measured.
   *
   * @param day the day on which questions are asked
   * @param spent takes what each call costs
   */
  public SecondOpinion opinion(
      String name, QueryService queries, Clock day, Consumer<Usage> spent) {
    ModelChoice alone = new ModelChoice(PlannerChoice.MODEL, Optional.of(name), false);
    return new ModelOpinion(find(name), alone, queries, day, spent);
  }

  private MeteredModel find(String name) {
    MeteredModel model = byName.get(name);
    if (model == null) {
      throw new AlidadeException(
          ErrorCode.MODEL_NOT_FOUND,
          "No model `%s`%s; models are named below `models` in alidade.yaml"
              .formatted(name, Nearest.hint(name, byName.keySet())));
    }
    return model;
  }

  @Override
  public void close() {
    open.forEach(HttpModel::close);
  }
}
