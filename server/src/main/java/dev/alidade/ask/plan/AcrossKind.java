package dev.alidade.ask.plan;

/** What a number of one row says in the light of the other rows of the answer. */
public enum AcrossKind {
  /** The percentage of the sum of all rows. */
  SHARE,
  /** The sum of the rows up to this one. */
  RUNNING_TOTAL,
  /** The difference from the row before. */
  CHANGE,
  /** The difference from the row before, in percent of that. */
  PERCENT_CHANGE
}
