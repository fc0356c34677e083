package dev.alidade.edge.http;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Visit;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The requests of each caller that have come and are not answered yet. Who has too many is told so
 * before a request is read: that costs others next to nothing, while a thread for each would stand
 * in their way.
 */
public final class Crowd {
  private static final int MOST = 500;
  private static final double WEIGHT_OF_NEWEST = 0.1;
  private static final long LONGEST_SAID = 60;

  private final int most;
  private final Map<String, Party> parties = new HashMap<>();

  /** One caller's. */
  private static final class Party {
    private int count;
    private double nanos;
  }

  /** A request that has come in. */
  public final class Guest {
    private final String caller;
    private final long since = System.nanoTime();
    private boolean gone;

    private Guest(String caller) {
      this.caller = caller;
    }

    /** It is answered, or will not be; saying so twice does nothing. */
    void leave() {
      Crowd.this.leave(this);
    }
  }

  /** A crowd of as many as one server can bear of a caller. */
  public Crowd() {
    this(MOST);
  }

  Crowd(int most) {
    this.most = most;
  }

  /** Lets a request in; fails with TOO_MANY_REQUESTS where its caller has too many here. */
  public synchronized Guest enter(Visit visit) {
    String caller = visit.account();
    Party party = parties.computeIfAbsent(caller, ignored -> new Party());
    if (party.count >= most) {
      // As long as one takes now, all that are here will have been answered.
      long seconds =
          Math.clamp(TimeUnit.NANOSECONDS.toSeconds((long) party.nanos) + 1, 1, LONGEST_SAID);
      throw AlidadeException.until(
          ErrorCode.TOO_MANY_REQUESTS,
          "%,d requests of yours are not answered yet; send fewer at once, and try again in %d s"
              .formatted(party.count, seconds),
          Duration.ofSeconds(seconds));
    }
    party.count++;
    return new Guest(caller);
  }

  private synchronized void leave(Guest guest) {
    if (guest.gone) {
      return;
    }
    guest.gone = true;
    Party party = parties.get(guest.caller);
    party.count--;
    party.nanos += WEIGHT_OF_NEWEST * (System.nanoTime() - guest.since - party.nanos);
    if (party.count == 0) {
      parties.remove(guest.caller);
    }
  }
}
