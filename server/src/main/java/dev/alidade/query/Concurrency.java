package dev.alidade.query;

/**
 * How many queries run at once.
 *
 * @param perCaller those of one caller; those in the background are counted by themselves
 * @param perSource those on one source that does not say how many connections it has
 * @param waiting those that wait for others to end, on all sources together
 */
public record Concurrency(int perCaller, int perSource, int waiting) {
  /** Right for one server that people and agents share. */
  public static final Concurrency USUAL = new Concurrency(8, 8, 1_000);

  public Concurrency {
    if (perCaller < 1 || perSource < 1 || waiting < 0) {
      throw new IllegalArgumentException("limits are positive");
    }
  }
}
