package dev.alidade.ask.exchange;

/** What became of a plan. */
public enum PlanStatus {
  /** It ran. */
  RAN,
  /** It is wrong, and nothing ran. */
  INVALID
}
