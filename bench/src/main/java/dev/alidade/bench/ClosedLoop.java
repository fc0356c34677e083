package dev.alidade.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Workers that each do the next thing when the last one is done. */
final class ClosedLoop {
  /** One worker's connection to what is measured. */
  interface Worker extends AutoCloseable {
    void once() throws Exception;

    @Override
    void close() throws IOException, SQLException;
  }

  /** Makes a worker. */
  interface WorkerFactory {
    Worker open(int number) throws Exception;
  }

  private ClosedLoop() {}

  static Measurement run(int workers, Duration time, WorkerFactory factory) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
      List<Future<long[]>> running = new ArrayList<>();
      long start = System.nanoTime();
      for (int number = 0; number < workers; number++) {
        running.add(threads.submit(loop(factory, number, start + time.toNanos())));
      }
      List<long[]> results = new ArrayList<>();
      for (Future<long[]> one : running) {
        results.add(one.get());
      }
      return Measurement.of(results, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private static Callable<long[]> loop(WorkerFactory factory, int number, long end) {
    return () -> {
      long[] nanos = new long[1 << 16];
      int count = 0;
      try (Worker worker = factory.open(number)) {
        long before = System.nanoTime();
        while (before < end) {
          worker.once();
          long after = System.nanoTime();
          if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
          }
          nanos[count++] = after - before;
          before = after;
        }
      }
      return Arrays.copyOf(nanos, count);
    };
  }
}
