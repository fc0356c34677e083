package dev.alidade.evaluate;

/**
 * How the chart of one question came out.
 *
 * @param given what a person chose
 * @param chosen what we chose
 * @param reproduced whether the gold SQL gives the gold's values today
 * @param plotted whether the chart shows the gold's values
 */
record ChartResult(
    String id,
    String question,
    String split,
    String given,
    String chosen,
    boolean reproduced,
    boolean plotted) {
  boolean sameKind() {
    return given.equals(chosen);
  }
}
