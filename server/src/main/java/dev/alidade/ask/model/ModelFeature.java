package dev.alidade.ask.model;

import dev.alidade.operation.Invocation;
import dev.alidade.operation.Operation;
import java.util.List;
import java.util.Optional;

/** The operation that tells of language models. */
public final class ModelFeature {
  private final Models models;

  /** An operation over these models. */
  public ModelFeature(Models models) {
    this.models = models;
  }

  /** {@code list_models}. */
  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.named("list_models", ListModelsInput.class, ListModelsOutput.class)
            .title("List language models")
            .description(
                "The language models that are configured, how questions use them, and what was"
                    + " spent on them today.")
            .examples("list-models")
            .handledBy(this::list));
  }

  private ListModelsOutput list(ListModelsInput input, Invocation invocation) {
    Optional<String> asked = models.asked().map(model -> model.settings().name());
    return new ListModelsOutput(
        models.choice().planner(),
        models.all().stream()
            .map(model -> item(model, asked, invocation.caller().name()))
            .toList());
  }

  private static ListModelsOutput.Item item(
      MeteredModel model, Optional<String> asked, String caller) {
    ModelSettings settings = model.settings();
    return new ListModelsOutput.Item(
        settings.name(),
        settings.provider(),
        settings.model(),
        asked.filter(settings.name()::equals).isPresent(),
        ListModelsOutput.Used.of(model.today(Optional.empty())),
        ListModelsOutput.Used.of(model.today(Optional.of(caller))),
        settings.cap().day(),
        settings.cap().caller());
  }
}
