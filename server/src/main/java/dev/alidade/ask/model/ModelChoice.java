package dev.alidade.ask.model;

import java.util.Objects;
import java.util.Optional;

/**
 * How questions use models.
 *
 * @param model the one that is asked; the first where nothing is said
 * @param rawSql whether SQL is run that a model wrote where it found no plan
 */
public record ModelChoice(PlannerChoice planner, Optional<String> model, boolean rawSql) {
  /** What holds where nothing is said. */
  public static final ModelChoice USUAL =
      new ModelChoice(PlannerChoice.BUILT_IN, Optional.empty(), false);

  public ModelChoice {
    Objects.requireNonNull(planner, "planner");
    Objects.requireNonNull(model, "model");
  }
}
