package dev.alidade.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Workers that are connected before the clock starts, each on a thread of its own. */
final class Crew {
  /** What a worker does from {@code start} on, a time of the system's clock. */
  interface Task {
    Callable<Timings> of(Worker worker, long start);
  }

  private Crew() {}

  static Measurement run(int size, Worker.Factory factory, Task task) throws Exception {
    List<Worker> workers = new ArrayList<>();
    try {
      for (int number = 0; number < size; number++) {
        workers.add(factory.open());
      }
      return measure(workers, task);
    } finally {
      for (Worker worker : workers) {
        worker.close();
      }
    }
  }

  private static Measurement measure(List<Worker> workers, Task task) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(workers.size())) {
      long start = System.nanoTime();
      List<Future<Timings>> running = new ArrayList<>();
      for (Worker worker : workers) {
        running.add(threads.submit(task.of(worker, start)));
      }
      List<long[]> nanos = new ArrayList<>();
      long refused = 0;
      Optional<String> firstRefusal = Optional.empty();
      for (Future<Timings> one : running) {
        Timings timings = result(one);
        nanos.add(timings.nanos());
        refused += timings.refusedCalls();
        firstRefusal = firstRefusal.or(timings::firstRefusal);
      }
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      return Measurement.of(Latencies.of(nanos), refused, firstRefusal, elapsed);
    }
  }

  /** Makes a call that began, or was due, at {@code since}; returns when it was done. */
  static long call(Worker worker, long number, long since, Timings timings) throws Exception {
    try {
      worker.once(number);
      long now = System.nanoTime();
      timings.answered(now - since);
      return now;
    } catch (Refused refused) {
      timings.refused(refused);
      return System.nanoTime();
    }
  }

  private static Timings result(Future<Timings> one) throws Exception {
    try {
      return one.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw failed;
    }
  }
}
