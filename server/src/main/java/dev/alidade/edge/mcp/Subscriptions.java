package dev.alidade.edge.mcp;

import dev.alidade.edge.mcp.task.Tasks;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Who wants to be told of changes. What each of them can see is looked at again after every call
 * that may have changed something, and now and then; who sees something else than before is told.
 */
final class Subscriptions implements AutoCloseable {
  private static final Logger LOG = System.getLogger("dev.alidade");
  private static final long SOON_MILLISECONDS = 50;
  private static final long NOW_AND_THEN_MILLISECONDS = 60_000;

  private final Sights sights;
  private final Set<Subscription> all = ConcurrentHashMap.newKeySet();
  private final Semaphore wanted = new Semaphore(0);
  private final Thread watcher;

  Subscriptions(Methods methods) {
    sights = new Sights(methods);
    watcher = Thread.ofVirtual().name("mcp-subscriptions").start(this::watch);
  }

  /** From now on it is told of changes. */
  void add(Subscription subscription) {
    subscription.remember(sights);
    all.add(subscription);
  }

  /** It is told of changes of this resource too. */
  void remember(Subscription subscription, String uri) {
    subscription.remember(uri, sights);
  }

  /** Tells whoever asked for it that a task looks otherwise. */
  void tell(Tasks.Change change) {
    all.forEach(subscription -> subscription.tell(change));
  }

  void remove(Subscription subscription) {
    all.remove(subscription);
  }

  int count() {
    return all.size();
  }

  /** Something may have changed: looks soon, once for all that happens until then. */
  void look() {
    if (!all.isEmpty()) {
      wanted.release();
    }
  }

  private void watch() {
    try {
      while (true) {
        if (wanted.tryAcquire(NOW_AND_THEN_MILLISECONDS, TimeUnit.MILLISECONDS)) {
          Thread.sleep(SOON_MILLISECONDS);
          wanted.drainPermits();
        }
        long began = System.nanoTime();
        compare();
        // However many there are and however often something changes, others come first.
        Thread.sleep(Math.min(NOW_AND_THEN_MILLISECONDS, 10 * millisecondsSince(began)));
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private static long millisecondsSince(long began) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }

  private void compare() {
    sights.forget();
    for (Subscription subscription : all) {
      try {
        subscription.compare(sights);
      } catch (RuntimeException failure) {
        LOG.log(Level.WARNING, "a subscription could not be compared", failure);
      }
    }
  }

  @Override
  public void close() {
    watcher.interrupt();
    all.forEach(Subscription::end);
    all.clear();
  }
}
