package dev.alidade.ask.model;

/** Who plans a question where a model is configured. */
public enum PlannerChoice {
  /** The built-in planner; a model only where that one is not sure. */
  BUILT_IN,
  /** A model; the built-in planner only where the model fails. */
  MODEL,
  /** Both, every time: they confirm each other, or the asker chooses. */
  BOTH
}
