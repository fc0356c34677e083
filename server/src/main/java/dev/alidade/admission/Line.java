package dev.alidade.admission;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Those of one account who wait for one place, in the order in which they would be done: what is
 * short passes what is long, but only if it came within the time that the long one was expected to
 * take.
 */
final class Line {
  private final Lane quick = new Lane();
  private final Lane slow = new Lane();

  /** The quick or the slow ones, and the seconds that they will take. */
  private static final class Lane {
    private final TreeSet<Wish> wishes = new TreeSet<>(Wish.ORDER);
    private double seconds;

    double secondsBefore(Wish wish) {
      boolean allAreBefore = wishes.isEmpty() || Wish.ORDER.compare(wishes.last(), wish) < 0;
      return allAreBefore
          ? seconds
          : wishes.headSet(wish).stream().mapToDouble(Wish::expected).sum();
    }
  }

  void add(Wish wish) {
    lane(wish).wishes.add(wish);
    lane(wish).seconds += wish.expected();
  }

  /** Whether it still waited. */
  boolean remove(Wish wish) {
    Lane lane = lane(wish);
    boolean waited = lane.wishes.remove(wish);
    lane.seconds = lane.wishes.isEmpty() ? 0 : lane.seconds - (waited ? wish.expected() : 0);
    return waited;
  }

  boolean isEmpty() {
    return quick.wishes.isEmpty() && slow.wishes.isEmpty();
  }

  /** The first that may start. */
  Optional<Wish> first(Predicate<Wish> mayStart) {
    return ends(NavigableSet::first).filter(mayStart).min(Wish.ORDER);
  }

  /** The one that would come last. */
  Optional<Wish> last() {
    return ends(NavigableSet::last).max(Wish.ORDER);
  }

  /** The seconds that they will take, all or the slow ones. */
  double seconds(boolean onlySlow) {
    return slow.seconds + (onlySlow ? 0 : quick.seconds);
  }

  /** The seconds that those will take who come before a wish. */
  double secondsBefore(Wish wish, boolean onlySlow) {
    return slow.secondsBefore(wish) + (onlySlow ? 0 : quick.secondsBefore(wish));
  }

  private Stream<Wish> ends(Function<NavigableSet<Wish>, Wish> end) {
    return Stream.of(quick, slow)
        .<NavigableSet<Wish>>map(lane -> lane.wishes)
        .filter(wishes -> !wishes.isEmpty())
        .map(end);
  }

  private Lane lane(Wish wish) {
    return wish.slow() ? slow : quick;
  }
}
