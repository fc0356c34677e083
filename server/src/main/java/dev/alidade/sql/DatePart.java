package dev.alidade.sql;

/** A part of a date that questions ask for. */
public enum DatePart {
  YEAR,
  QUARTER,
  MONTH,
  DAY_OF_MONTH,
  DAY_OF_WEEK,
  HOUR
}
