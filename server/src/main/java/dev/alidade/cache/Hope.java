package dev.alidade.cache;

import java.util.concurrent.atomic.AtomicLong;

/** Whether it pays to look for parts: hardly, where one was looked for often and never found. */
final class Hope {
  private static final int MOST_IN_VAIN = 200;
  private static final int RARELY = 32;

  private final AtomicLong inVain = new AtomicLong();

  /** Whether the next look is worth its time; now and then it is in any case. */
  boolean isWorthALook() {
    long looks = inVain.getAndIncrement();
    return looks < MOST_IN_VAIN || looks % RARELY == 0;
  }

  /** Whether nothing was found in a long time. */
  boolean isGivenUp() {
    return inVain.get() >= MOST_IN_VAIN;
  }

  /** Something was found. */
  void fulfil() {
    inVain.set(0);
  }
}
