package dev.alidade.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
      for (Future<Timings> one : running) {
        Timings timings = result(one);
        nanos.add(timings.nanos());
        refused += timings.refusedCalls();
      }
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      return Measurement.of(Latencies.of(nanos), refused, elapsed);
    }
  }

  /** Whether the call was answered, and not refused. */
  static boolean answers(Worker worker, long number) throws Exception {
    try {
      worker.once(number);
      return true;
    } catch (Refused refused) {
      return false;
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
