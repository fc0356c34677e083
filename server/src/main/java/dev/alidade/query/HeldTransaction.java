package dev.alidade.query;

import dev.alidade.admission.Slot;
import dev.alidade.base.Cancellation;
import dev.alidade.engine.Transaction;
import java.time.Duration;
import java.time.Instant;

/** One open transaction; it ends once, and not under a statement that runs in it. */
final class HeldTransaction {
  private final OpenTransaction opened;
  private final String owner;
  private final Transaction transaction;
  private final Slot slot;
  private final Duration idle;
  private final Instant latest;
  private Instant expiresAt;
  private Cancellation running = Cancellation.never();
  private boolean busy;
  private boolean ended;

  HeldTransaction(
      OpenTransaction opened,
      String owner,
      Transaction transaction,
      Slot slot,
      Duration idle,
      Instant latest) {
    this.opened = opened;
    this.owner = owner;
    this.transaction = transaction;
    this.slot = slot;
    this.idle = idle;
    this.latest = latest;
    this.expiresAt = opened.expiresAt();
  }

  String handle() {
    return opened.handle();
  }

  String source() {
    return opened.source();
  }

  String owner() {
    return owner;
  }

  Transaction transaction() {
    return transaction;
  }

  /** Whether its time is over: idle too long, or open too long in all. */
  synchronized boolean isOver(Instant now) {
    return now.isAfter(latest) || (!busy && now.isAfter(expiresAt));
  }

  /** Starts a statement, unless the transaction has ended; {@code run} stops it. */
  synchronized boolean start(Cancellation run) {
    if (ended) {
      return false;
    }
    busy = true;
    running = run;
    return true;
  }

  /** The statement is over, and its result is closed. */
  void finish(Instant now) {
    synchronized (this) {
      busy = false;
      running = Cancellation.never();
      expiresAt = now.plus(idle);
      if (!ended) {
        return;
      }
    }
    release();
  }

  /** Ends the transaction; a statement that runs in it is stopped and ends it when it is done. */
  void end() {
    Cancellation toStop;
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      toStop = running;
      if (!busy) {
        toStop = null;
      }
    }
    if (toStop != null) {
      toStop.cancel();
      return;
    }
    release();
  }

  private void release() {
    try {
      transaction.close();
    } finally {
      slot.close();
    }
  }
}
