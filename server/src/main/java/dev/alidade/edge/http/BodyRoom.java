package dev.alidade.edge.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that all large bodies of requests share while they are collected and worked on. Small
 * ones always find room, so that a crowd of large ones does not shut the door.
 */
final class BodyRoom {
  static final BodyRoom OF_PROCESS = new BodyRoom(Runtime.getRuntime().maxMemory() / 8);

  static final int SMALL = 64 * 1024;

  private final long most;
  private final AtomicLong used = new AtomicLong();

  BodyRoom(long most) {
    this.most = most;
  }

  /** Whether a body may become longer by so much; then it has that much more room. */
  boolean take(int more) {
    if (used.addAndGet(more) <= most) {
      return true;
    }
    used.addAndGet(-more);
    return false;
  }

  void give(long taken) {
    used.addAndGet(-taken);
  }

  long used() {
    return used.get();
  }
}
