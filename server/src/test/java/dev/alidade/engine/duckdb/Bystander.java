package dev.alidade.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.engine.EngineProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A caller who asks for one row again and again, while others do what they do. */
final class Bystander implements Runnable {
  private final EngineProbe probe;
  private final List<Double> milliseconds = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private volatile boolean stopped;
  private Thread thread;

  private Bystander(EngineProbe probe) {
    this.probe = probe;
  }

  static Bystander start(EngineProbe probe) {
    Bystander bystander = new Bystander(probe);
    bystander.thread = Thread.ofVirtual().start(bystander);
    return bystander;
  }

  @Override
  public void run() {
    try {
      for (long key = 0; !stopped; key = (key + 1) % 1_000) {
        long started = System.nanoTime();
        assertThat(probe.number("SELECT n FROM t WHERE n = ?", key)).isEqualTo(key);
        milliseconds.add((System.nanoTime() - started) / 1e6);
        Thread.sleep(2);
      }
    } catch (Throwable failure) {
      failures.add(failure);
    }
  }

  /** The 95th percentile of what it waited, once it was never refused and never wrong. */
  double stop() throws InterruptedException {
    stopped = true;
    thread.join();
    assertThat(failures).isEmpty();
    List<Double> sorted = milliseconds.stream().sorted().toList();
    return sorted.get((int) (sorted.size() * 0.95));
  }

  double stopAfter(Duration time) throws InterruptedException {
    Thread.sleep(time);
    return stop();
  }
}
