package dev.alidade.insight.statistic;

/**
 * What was added up of some rows.
 *
 * @param squares the sum of the squares of what was added up
 */
public record Tally(long rows, double sum, double squares) {
  /** Nothing was added up. */
  public static final Tally NONE = new Tally(0, 0, 0);

  /** The sum for each row. */
  public double mean() {
    return sum / rows;
  }

  /** How the rows differ from each other. */
  public double variance() {
    return rows < 2 ? 0 : Math.max(0, (squares - sum * sum / rows) / (rows - 1));
  }
}
