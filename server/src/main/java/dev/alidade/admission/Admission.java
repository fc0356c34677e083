package dev.alidade.admission;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Lets few use a place at once, and the others in turn: who used little before who used much. Who
 * would wait in vain is refused at once.
 */
public final class Admission {
  private static final double SECOND = 1e9;

  /** A forecast is a guess: only one so far beyond the patience sends somebody away. */
  private static final int CERTAIN = 2;

  private final Refusals refusals;
  private final int perCaller;
  private final int mostWaiting;
  private final LongSupplier nanos;
  private final Experience experience = new Experience();
  private final Map<String, Integer> running = new HashMap<>();
  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, Integer> waiting = new HashMap<>();
  private int waitingInAll;
  private long count;

  /**
   * Turns for what is called {@code things}: so many of one caller at once, and so many wishes that
   * wait.
   */
  public Admission(String things, int perCaller, int mostWaiting) {
    this(things, perCaller, mostWaiting, System::nanoTime);
  }

  Admission(String things, int perCaller, int mostWaiting, LongSupplier nanos) {
    this.refusals = new Refusals(things, perCaller);
    this.perCaller = perCaller;
    this.mostWaiting = mostWaiting;
    this.nanos = nanos;
  }

  /**
   * Waits for a slot. Fails with TOO_MANY_REQUESTS where the caller's own turns are the reason why
   * none comes within {@code patience}, and with OVERLOADED where those of others are.
   */
  public Slot enter(Ticket ticket, Duration patience, Cancellation cancellation) {
    Wish mine = ask(ticket, patience);
    if (mine.turn().isDone()) {
      return outcome(mine);
    }
    try {
      return await(mine, patience, cancellation);
    } finally {
      leave(mine);
    }
  }

  /** How many wait for all places. */
  public synchronized int waiting() {
    return waitingInAll;
  }

  /** How many use a place. */
  public synchronized int used(String place) {
    Place known = places.get(place);
    return known == null ? 0 : known.uses().size();
  }

  /** A wish whose turn has come, or which waits for it; fails where it would wait in vain. */
  Wish ask(Ticket ticket, Duration patience) {
    OptionalDouble known = experience.expected(ticket);
    synchronized (this) {
      Wish mine = Wish.of(ticket, known, now(), count++);
      Place place = placeOf(mine);
      if (mayStart(mine, place)) {
        mine.turn().complete(slot(begin(mine, place)));
        return mine;
      }
      try {
        queue(mine, place, patience);
      } finally {
        forgetIfUnused(mine);
      }
      return mine;
    }
  }

  private void queue(Wish mine, Place place, Duration patience) {
    double wait = expectedWait(mine, place);
    if (wait > CERTAIN * seconds(patience)) {
      throw refusals.inVain(mine.ticket(), wait, patience, standing(mine, place));
    }
    makeRoom(mine, wait);
    // Whoever made room may have been the last one there.
    placeOf(mine).add(mine);
    waiting.merge(mine.account(), 1, Integer::sum);
    waitingInAll++;
  }

  private Slot await(Wish mine, Duration patience, Cancellation cancellation) {
    CompletableFuture<Slot> turn = mine.turn();
    Cancellation.Registration registration =
        cancellation.onCancel(() -> turn.completeExceptionally(Refusals.cancelled()));
    try {
      return turn.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      // The turn may have come in the last moment; then it is taken.
      turn.completeExceptionally(tooLate(mine, patience));
      return outcome(mine);
    } catch (InterruptedException gone) {
      Thread.currentThread().interrupt();
      if (!turn.completeExceptionally(Refusals.cancelled())) {
        outcome(mine).close();
      }
      throw Refusals.cancelled();
    } catch (ExecutionException refused) {
      throw (AlidadeException) refused.getCause();
    } finally {
      registration.close();
    }
  }

  private static Slot outcome(Wish wish) {
    if (wish.turn().isCompletedExceptionally()) {
      throw (AlidadeException) wish.turn().exceptionNow();
    }
    return wish.turn().join();
  }

  /** It does not wait any more; doing so twice does nothing. */
  synchronized void leave(Wish wish) {
    Place place = places.get(wish.ticket().place());
    if (place != null && place.remove(wish)) {
      waitsNoMore(wish);
      forgetIfUnused(wish);
    }
  }

  private boolean mayStart(Wish wish, Place place) {
    return place.hasRoomFor(wish) && !isAtOwnLimit(wish);
  }

  private boolean isAtOwnLimit(Wish wish) {
    return running.getOrDefault(wish.account(), 0) >= wish.ticket().most(perCaller);
  }

  private Use begin(Wish wish, Place place) {
    Use use = new Use(wish, now());
    place.begin(use);
    running.merge(wish.account(), 1, Integer::sum);
    return use;
  }

  private Slot slot(Use use) {
    AtomicBoolean open = new AtomicBoolean(true);
    return () -> {
      if (open.compareAndSet(true, false)) {
        release(use);
      }
    };
  }

  private void release(Use use) {
    Wish wish = use.wish();
    double taken = now() - use.since();
    experience.learn(wish.ticket(), taken);
    synchronized (this) {
      giveBack(use, taken);
      if (waitingInAll > 0) {
        // The caller may have waited for its own turn at another place.
        places.values().forEach(this::startNext);
      }
      forgetIfUnused(wish);
    }
  }

  private void startNext(Place place) {
    while (true) {
      Wish next = place.next(wish -> mayStart(wish, place)).orElse(null);
      if (next == null) {
        return;
      }
      waitsNoMore(next);
      Use use = begin(next, place);
      if (!next.turn().complete(slot(use))) {
        giveBack(use, 0);
      }
    }
  }

  private void giveBack(Use use, double taken) {
    Wish wish = use.wish();
    places.get(wish.ticket().place()).end(use, taken);
    running.computeIfPresent(wish.account(), (ignored, many) -> many == 1 ? null : many - 1);
  }

  /** Where nobody more can wait, the last one of whoever has most waiting goes. */
  private void makeRoom(Wish mine, double wait) {
    if (waitingInAll < mostWaiting) {
      return;
    }
    int own = waiting.getOrDefault(mine.account(), 0);
    Wish last =
        accountThatWaitsMost()
            .filter(account -> waiting.get(account) > own + 1)
            .flatMap(this::lastOf)
            .orElseThrow(() -> refusals.full(own, waitingInAll, wait));
    int most = waiting.get(last.account());
    leave(last);
    last.turn().completeExceptionally(refusals.full(most, waitingInAll + 1, wait));
  }

  private Optional<String> accountThatWaitsMost() {
    return waiting.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  private Optional<Wish> lastOf(String account) {
    return places.values().stream().flatMap(place -> place.last(account).stream()).max(Wish.ORDER);
  }

  private Place placeOf(Wish wish) {
    return places.computeIfAbsent(wish.ticket().place(), ignored -> new Place());
  }

  private void waitsNoMore(Wish wish) {
    waitingInAll--;
    waiting.computeIfPresent(wish.account(), (ignored, many) -> many == 1 ? null : many - 1);
  }

  private void forgetIfUnused(Wish wish) {
    Place place = places.get(wish.ticket().place());
    if (place != null && place.isUnused()) {
      places.remove(wish.ticket().place());
    }
  }

  private synchronized AlidadeException tooLate(Wish mine, Duration patience) {
    Place place = placeOf(mine);
    AlidadeException refusal =
        refusals.late(mine.ticket(), expectedWait(mine, place), patience, standing(mine, place));
    forgetIfUnused(mine);
    return refusal;
  }

  /** Why a wish waits. */
  private Standing standing(Wish wish, Place place) {
    if (isAtOwnLimit(wish)) {
      return Standing.AT_OWN_LIMIT;
    }
    return place.isMostlyUsedByItsOwn(wish) ? Standing.TAKEN_BY_OWN : Standing.TAKEN_BY_OTHERS;
  }

  /** The seconds until its turn, by whatever of its bounds is the longest to wait for. */
  private double expectedWait(Wish wish, Place place) {
    Ticket ticket = wish.ticket();
    if (ticket.work().isEmpty()) {
      return 0;
    }
    double now = now();
    double own = place.ownSecondsBefore(wish, false);
    double all =
        Forecast.free(
            remaining(place.uses().stream(), now),
            ticket.capacity(),
            place.secondsBefore(wish, false));
    double slow =
        wish.slow()
            ? Forecast.free(
                remaining(place.uses().stream().filter(use -> use.wish().slow()), now),
                ticket.roomForSlow(),
                place.secondsBefore(wish, true))
            : 0;
    double here =
        Forecast.free(
            remaining(ofAccount(wish, place.uses().stream()), now), ticket.mostHere(), own);
    double anywhere =
        Forecast.free(
            remaining(
                ofAccount(wish, places.values().stream().flatMap(each -> each.uses().stream())),
                now),
            ticket.most(perCaller),
            own);
    return Math.max(Math.max(all, slow), Math.max(here, anywhere));
  }

  private static Stream<Use> ofAccount(Wish wish, Stream<Use> uses) {
    return uses.filter(use -> use.wish().account().equals(wish.account()));
  }

  private static double[] remaining(Stream<Use> uses, double now) {
    return uses.mapToDouble(use -> use.remaining(now)).toArray();
  }

  private double now() {
    return nanos.getAsLong() / SECOND;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / SECOND;
  }
}
