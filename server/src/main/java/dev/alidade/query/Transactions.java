package dev.alidade.query;

import dev.alidade.admission.Admission;
import dev.alidade.admission.Slot;
import dev.alidade.admission.Ticket;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.RandomId;
import dev.alidade.engine.Engine;
import dev.alidade.engine.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The open transactions: each belongs to its caller and ends when nobody uses it for a time. */
final class Transactions implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Clock clock;
  private final Admission admission;
  private final int mostOfCaller;
  private final Admission places;
  private final Map<String, HeldTransaction> open = new ConcurrentHashMap<>();
  // A transaction is used by one statement at a time; the others wait for it as for a source.
  private final Admission turns = new Admission("statements", Integer.MAX_VALUE, 1_000);
  private boolean closed;

  Transactions(Clock clock, Admission admission, Concurrency limits) {
    this.clock = clock;
    this.admission = admission;
    this.mostOfCaller = Math.max(1, limits.perCaller() / 2);
    this.places = new Admission("transactions", mostOfCaller, limits.waiting());
  }

  /** Begins one; it takes a slot of its caller and its source until it ends. */
  OpenTransaction begin(
      Ticket ticket, Engine engine, Duration idle, Duration patience, Cancellation cancellation) {
    sweep();
    Slot place = placeOf(ticket, patience, cancellation);
    try {
      Slot slot = admission.enter(ticket, patience, cancellation);
      Slot both =
          () -> {
            slot.close();
            place.close();
          };
      return begin(ticket, engine, idle, both, cancellation);
    } catch (RuntimeException | Error failure) {
      place.close();
      throw failure;
    }
  }

  private OpenTransaction begin(
      Ticket ticket, Engine engine, Duration idle, Slot slot, Cancellation cancellation) {
    try {
      Transaction transaction = engine.begin(cancellation);
      Instant now = clock.instant();
      OpenTransaction opened =
          new OpenTransaction(RandomId.next("tx"), ticket.place(), now.plus(idle));
      keep(
          new HeldTransaction(opened, ticket.caller(), transaction, slot, idle, now.plus(LONGEST)));
      return opened;
    } catch (RuntimeException | Error failure) {
      slot.close();
      throw failure;
    }
  }

  /** Ends one; fails with TRANSACTION_NOT_FOUND where the caller has none of that handle. */
  void end(Caller caller, String handle) {
    end(find(caller, handle));
  }

  /** Waits until no other statement runs in it, and takes it for one; until {@link Use#give}. */
  Use take(QueryRequest request, String handle, Cancellation cancellation) {
    HeldTransaction held = find(request.caller(), handle);
    if (!held.source().equals(request.source())) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "The transaction reads `%s`, not `%s`; begin another one for it"
              .formatted(held.source(), request.source()));
    }
    Slot turn = turnOf(request, held, cancellation);
    if (!held.start(cancellation)) {
      turn.close();
      throw notFound(handle);
    }
    return new Use(this, held, turn);
  }

  /** A transaction while one statement has it. */
  record Use(Transactions all, HeldTransaction held, Slot turn) {
    Transaction transaction() {
      return held.transaction();
    }

    /** Gives it back, or ends it where the engine has given it up. */
    void give(boolean lost) {
      if (lost) {
        all.end(held);
      }
      try {
        held.finish(all.clock.instant());
      } finally {
        turn.close();
      }
    }
  }

  /** Ends those whose time is over. */
  void sweep() {
    Instant now = clock.instant();
    List.copyOf(open.values()).stream().filter(held -> held.isOver(now)).forEach(this::end);
  }

  /** How many are open. */
  int size() {
    return open.size();
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    List.copyOf(open.values()).forEach(this::end);
  }

  private void end(HeldTransaction held) {
    if (open.remove(held.handle(), held)) {
      held.end();
    }
  }

  private synchronized void keep(HeldTransaction held) {
    if (closed) {
      held.end();
      throw new AlidadeException(ErrorCode.SOURCE_UNAVAILABLE, "The server is stopping");
    }
    open.put(held.handle(), held);
  }

  /** Open transactions take at most half of the source, and half of what their caller may. */
  private Slot placeOf(Ticket ticket, Duration patience, Cancellation cancellation) {
    Ticket place =
        Ticket.plain(ticket.caller(), ticket.place(), Math.max(1, ticket.capacity() / 2));
    try {
      return places.enter(place, patience, cancellation);
    } catch (AlidadeException failure) {
      throw failure.code() == ErrorCode.QUERY_CANCELLED
          ? failure
          : new AlidadeException(
              failure.code(),
              "Too many transactions are open (at most %d of one caller, and %d on `%s`); end one, or try again in a few seconds"
                  .formatted(mostOfCaller, place.capacity(), ticket.place()),
              failure);
    }
  }

  private Slot turnOf(QueryRequest request, HeldTransaction held, Cancellation cancellation) {
    Ticket turn = Ticket.plain(held.owner(), held.handle(), 1);
    try {
      return turns.enter(turn, request.limits().patience(), cancellation);
    } catch (AlidadeException failure) {
      throw failure.code() == ErrorCode.QUERY_CANCELLED
          ? failure
          : new AlidadeException(
              ErrorCode.TOO_MANY_REQUESTS,
              "Another statement still runs in this transaction; wait for it, or begin a second one",
              failure);
    }
  }

  private HeldTransaction find(Caller caller, String handle) {
    sweep();
    HeldTransaction held = open.get(handle);
    // Somebody else's is as unknown as one that never was.
    if (held == null || !held.owner().equals(caller.name())) {
      throw notFound(handle);
    }
    return held;
  }

  private static AlidadeException notFound(String handle) {
    return new AlidadeException(
        ErrorCode.TRANSACTION_NOT_FOUND,
        "No open transaction `%s`: it has ended, was idle too long, or is not yours; begin a new one"
            .formatted(handle));
  }
}
