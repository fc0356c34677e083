package dev.alidade.admission;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What happens at one place: who uses it, who waits for it, and whose turn is next. */
final class Place {
  private final FairShares shares = new FairShares();
  private final Map<String, Line> people = new LinkedHashMap<>();
  private final Map<String, Line> background = new LinkedHashMap<>();
  private final Set<Use> uses = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<String, Integer> usesOf = new HashMap<>();
  private int slow;

  Collection<Use> uses() {
    return uses;
  }

  boolean isUnused() {
    return uses.isEmpty() && people.isEmpty() && background.isEmpty();
  }

  /** Whether one more of its kind may use it now. */
  boolean hasRoomFor(Wish wish) {
    Ticket ticket = wish.ticket();
    return uses.size() < ticket.capacity()
        && (!wish.slow() || slow < ticket.roomForSlow())
        && !isTakenByItsOwn(wish);
  }

  /** Whether its account holds all that one account may hold here. */
  private boolean isTakenByItsOwn(Wish wish) {
    return usesOf.getOrDefault(wish.account(), 0) >= wish.ticket().mostHere();
  }

  /** Whether its account holds half of what is used, or more. */
  boolean isMostlyUsedByItsOwn(Wish wish) {
    return 2 * usesOf.getOrDefault(wish.account(), 0) >= uses.size();
  }

  void begin(Use use) {
    Wish wish = use.wish();
    uses.add(use);
    usesOf.merge(wish.account(), 1, Integer::sum);
    slow += wish.slow() ? 1 : 0;
    shares.begin(wish.account(), wish.expected());
  }

  void end(Use use, double taken) {
    Wish wish = use.wish();
    uses.remove(use);
    usesOf.computeIfPresent(wish.account(), (ignored, count) -> count == 1 ? null : count - 1);
    slow -= wish.slow() ? 1 : 0;
    shares.correct(wish.account(), taken - wish.expected());
  }

  void add(Wish wish) {
    lines(wish).computeIfAbsent(wish.account(), ignored -> new Line()).add(wish);
  }

  /** Takes one back that does not wait any more; whether it still did. */
  boolean remove(Wish wish) {
    Line line = lines(wish).get(wish.account());
    boolean waited = line != null && line.remove(wish);
    if (waited && line.isEmpty()) {
      lines(wish).remove(wish.account());
    }
    return waited;
  }

  /** The next one that may start, taken out; people before what runs in the background. */
  Optional<Wish> next(Predicate<Wish> mayStart) {
    Optional<Wish> next = first(people, mayStart).or(() -> first(background, mayStart));
    next.ifPresent(this::remove);
    return next;
  }

  private Optional<Wish> first(Map<String, Line> lines, Predicate<Wish> mayStart) {
    return lines.values().stream()
        .flatMap(line -> line.first(mayStart).stream())
        .min(
            Comparator.<Wish>comparingDouble(wish -> shares.start(wish.account()))
                .thenComparingLong(Wish::number));
  }

  /** The one of an account that would come last. */
  Optional<Wish> last(String account) {
    return Optional.ofNullable(people.getOrDefault(account, background.get(account)))
        .flatMap(Line::last);
  }

  /** The seconds of work that waits and is done before a wish, if everybody gets an equal share. */
  double secondsBefore(Wish wish, boolean onlySlow) {
    double own = ownSecondsBefore(wish, onlySlow);
    double others = share(lines(wish), wish.account(), own + wish.expected(), onlySlow);
    double earlier =
        wish.ticket().isBackground()
            ? share(people, wish.account(), Double.MAX_VALUE, onlySlow)
            : 0;
    return own + others + earlier;
  }

  /** The seconds of work of its own account that waits and comes before a wish. */
  double ownSecondsBefore(Wish wish, boolean onlySlow) {
    Line line = lines(wish).get(wish.account());
    return line == null ? 0 : line.secondsBefore(wish, onlySlow);
  }

  private static double share(
      Map<String, Line> lines, String account, double equal, boolean onlySlow) {
    double sum = 0;
    for (Map.Entry<String, Line> other : lines.entrySet()) {
      sum +=
          other.getKey().equals(account) ? 0 : Math.min(equal, other.getValue().seconds(onlySlow));
    }
    return sum;
  }

  private Map<String, Line> lines(Wish wish) {
    return wish.ticket().isBackground() ? background : people;
  }
}
