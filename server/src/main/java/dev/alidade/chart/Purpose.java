package dev.alidade.chart;

/** What somebody wants to see in data. */
enum Purpose {
  COMPARISON,
  TREND,
  SHARE,
  DISTRIBUTION,
  RELATION,
  FLOW,
  HIERARCHY,
  PLACE,
  SCHEDULE
}
