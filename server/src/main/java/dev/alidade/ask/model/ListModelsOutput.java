package dev.alidade.ask.model;

import dev.alidade.operation.Description;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What {@code list_models} gives. */
public record ListModelsOutput(
    @Description("Who plans questions where a model is configured") PlannerChoice planner,
    List<Item> models) {
  /** A model, without its key, and what it was used for today (UTC). */
  public record Item(
      String name,
      Provider provider,
      String model,
      @Description("Whether questions are put to it") boolean asked,
      Used today,
      @Description("What you used of it") Used yours,
      @Description("What all callers together may spend on it a day") Optional<BigDecimal> capOfDay,
      @Description("What each caller may spend on it a day") Optional<BigDecimal> capOfCaller) {
    public Item {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(provider, "provider");
      Objects.requireNonNull(model, "model");
      Objects.requireNonNull(today, "today");
      Objects.requireNonNull(yours, "yours");
      Objects.requireNonNull(capOfDay, "capOfDay");
      Objects.requireNonNull(capOfCaller, "capOfCaller");
    }
  }

  /** Calls, tokens, and the cost in the money that the price is given in. */
  public record Used(long calls, long inputTokens, long outputTokens, BigDecimal cost) {
    public Used {
      Objects.requireNonNull(cost, "cost");
    }

    static Used of(Usage usage) {
      return new Used(
          usage.calls(),
          usage.tokens().input(),
          usage.tokens().output(),
          Price.amount(usage.millionths()));
    }
  }

  public ListModelsOutput {
    Objects.requireNonNull(planner, "planner");
    models = List.copyOf(models);
  }
}
