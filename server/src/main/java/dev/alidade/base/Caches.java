package dev.alidade.base;

import com.github.benmanes.caffeine.cache.Caffeine;

/** Where every cache of this process begins. */
public final class Caches {
  private Caches() {}

  /**
   * A builder of a cache that looks after itself on the thread that uses it: to wake another one
   * for each entry costs more than what it would do.
   */
  public static Caffeine<Object, Object> builder() {
    return Caffeine.newBuilder().executor(Runnable::run);
  }
}
