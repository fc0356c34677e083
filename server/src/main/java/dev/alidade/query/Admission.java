package dev.alidade.query;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.query.WaitingRoom.Waiting;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets few queries run at once, per caller and per source; the others wait, in turn. */
final class Admission {
  private final Concurrency limits;
  private final Map<String, Integer> running = new HashMap<>();
  private final Map<String, Source> sources = new HashMap<>();
  private int waiting;

  /** How a source is used now. */
  private static final class Source {
    private final WaitingRoom room = new WaitingRoom();
    private int used;
    private int background;
    private int waiting;
  }

  Admission(Concurrency limits) {
    this.limits = limits;
  }

  /** Waits for a slot; fails with OVERLOADED after {@code patience}. */
  Slot enter(Ticket ticket, Duration patience, Cancellation cancellation) {
    Waiting mine = new Waiting(ticket, new CompletableFuture<>());
    synchronized (this) {
      if (mayStart(ticket)) {
        return take(ticket);
      }
      if (waiting >= limits.waiting()) {
        forgetIfUnused(ticket.source(), source(ticket));
        throw new AlidadeException(
            ErrorCode.OVERLOADED,
            "%,d queries are waiting already; try again in a few seconds".formatted(waiting));
      }
      Source source = source(ticket);
      source.room.add(mine);
      source.waiting++;
      waiting++;
    }
    try {
      return await(mine, patience, cancellation);
    } finally {
      leave(mine);
    }
  }

  /** How many wait on all sources. */
  synchronized int waiting() {
    return waiting;
  }

  /** How many use a source. */
  synchronized int used(String source) {
    Source known = sources.get(source);
    return known == null ? 0 : known.used;
  }

  private Slot await(Waiting mine, Duration patience, Cancellation cancellation) {
    CompletableFuture<Slot> turn = mine.turn();
    Cancellation.Registration registration =
        cancellation.onCancel(() -> turn.completeExceptionally(cancelled()));
    try {
      return turn.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      // The turn may have come in the last moment; then it is taken.
      turn.completeExceptionally(overloaded(mine.ticket(), patience));
      return outcome(turn);
    } catch (InterruptedException gone) {
      Thread.currentThread().interrupt();
      if (!turn.completeExceptionally(cancelled())) {
        outcome(turn).close();
      }
      throw cancelled();
    } catch (ExecutionException refused) {
      throw (AlidadeException) refused.getCause();
    } finally {
      registration.close();
    }
  }

  private static Slot outcome(CompletableFuture<Slot> turn) {
    if (turn.isCompletedExceptionally()) {
      throw (AlidadeException) turn.exceptionNow();
    }
    return turn.join();
  }

  private synchronized void leave(Waiting mine) {
    Source source = source(mine.ticket());
    source.room.remove(mine);
    source.waiting--;
    waiting--;
    forgetIfUnused(mine.ticket().source(), source);
  }

  private boolean mayStart(Ticket ticket) {
    Source source = source(ticket);
    boolean hasRoom =
        source.used < ticket.capacity()
            && (!ticket.background() || source.background < ticket.room());
    return hasRoom && !isAtOwnLimit(ticket);
  }

  private boolean isAtOwnLimit(Ticket ticket) {
    return running.getOrDefault(ticket.account(), 0) >= ticket.most(limits.perCaller());
  }

  private Slot take(Ticket ticket) {
    Source source = source(ticket);
    source.used++;
    source.background += ticket.background() ? 1 : 0;
    running.merge(ticket.account(), 1, Integer::sum);
    AtomicBoolean open = new AtomicBoolean(true);
    return () -> {
      if (open.compareAndSet(true, false)) {
        release(ticket);
      }
    };
  }

  private synchronized void release(Ticket ticket) {
    giveBack(ticket);
    if (waiting > 0) {
      // The caller may have waited for its own turn on another source.
      sources.values().forEach(this::startNext);
    }
    forgetIfUnused(ticket.source(), source(ticket));
  }

  private void startNext(Source source) {
    while (source.waiting > 0) {
      Waiting next = source.room.next(this::mayStart).orElse(null);
      if (next == null) {
        return;
      }
      Slot slot = take(next.ticket());
      if (!next.turn().complete(slot)) {
        giveBack(next.ticket());
      }
    }
  }

  private void giveBack(Ticket ticket) {
    Source source = source(ticket);
    source.used--;
    source.background -= ticket.background() ? 1 : 0;
    running.computeIfPresent(ticket.account(), (ignored, count) -> count == 1 ? null : count - 1);
  }

  private Source source(Ticket ticket) {
    return sources.computeIfAbsent(ticket.source(), ignored -> new Source());
  }

  private void forgetIfUnused(String name, Source source) {
    if (source.used == 0 && source.waiting == 0) {
      sources.remove(name);
    }
  }

  private synchronized AlidadeException overloaded(Ticket ticket, Duration patience) {
    if (ticket.isLimited(limits.perCaller()) && isAtOwnLimit(ticket)) {
      return new AlidadeException(
          ErrorCode.OVERLOADED,
          "%d of your queries run already, which is all that %s allows, and none ended within %d s; try again when one has"
              .formatted(
                  ticket.own().get().most(), ticket.own().get().rule(), patience.toSeconds()));
    }
    return new AlidadeException(
        ErrorCode.OVERLOADED,
        "`%s` is busy: no turn came within %d s (at most %d queries run on it at once, and %d of one caller); try again in a few seconds"
            .formatted(
                ticket.source(),
                patience.toSeconds(),
                ticket.room(),
                ticket.most(limits.perCaller())));
  }

  private static AlidadeException cancelled() {
    return new AlidadeException(
        ErrorCode.QUERY_CANCELLED, "The request was cancelled before it was done");
  }
}
