package dev.alidade.sql;

/** The length of the periods that time is cut into. */
public enum TimeGrain {
  DAY,
  WEEK,
  MONTH,
  QUARTER,
  YEAR
}
