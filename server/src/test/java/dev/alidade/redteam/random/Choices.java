package dev.alidade.redteam.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Every choice that makes one statement, so that it can be made again, and made smaller by choosing
 * less: 0 is always the simplest of what there is to choose from.
 */
final class Choices {
  private final Random random;
  private final List<Integer> given;
  private final List<Integer> made = new ArrayList<>();

  private Choices(Random random, List<Integer> given) {
    this.random = random;
    this.given = List.copyOf(given);
  }

  /** Those of one statement of a run. */
  static Choices of(long seed, int index) {
    return new Choices(new Random(seed * 1_000_003L + index), List.of());
  }

  /** Those that were made before; after the last of them, always the simplest. */
  static Choices again(List<Integer> given) {
    return new Choices(new Random(0), given);
  }

  /** A number from 0 to {@code bound - 1}. */
  int below(int bound) {
    int next = made.size();
    int choice =
        given.isEmpty() ? random.nextInt(bound) : next < given.size() ? given.get(next) % bound : 0;
    made.add(choice);
    return choice;
  }

  /** So often true; the simplest is false. */
  boolean chance(int percent) {
    return below(100) >= 100 - percent;
  }

  /** One of some; the first is the simplest. */
  <T> T of(List<T> some) {
    return some.get(below(some.size()));
  }

  List<Integer> made() {
    return List.copyOf(made);
  }
}
