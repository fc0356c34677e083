package dev.alidade.cache.shared;

import java.util.List;
import java.util.Objects;

/**
 * How sharing goes, since this process started.
 *
 * @param place where the shelf is
 * @param answers whether it is used now
 * @param why why it is not, or empty
 * @param hits results that were found there
 * @param misses results that were not
 * @param written results that were put there
 * @param dropped results that were not put there, because too many waited or they were too large
 * @param refused what lay there and did not open, or was no result
 * @param failures how often it failed or took too long
 * @param uncleared sources that were cleared here and not yet there
 */
public record SharedState(
    String place,
    boolean answers,
    String why,
    long hits,
    long misses,
    long written,
    long dropped,
    long refused,
    long failures,
    List<String> uncleared) {
  public SharedState {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(why, "why");
    uncleared = List.copyOf(uncleared);
  }
}
