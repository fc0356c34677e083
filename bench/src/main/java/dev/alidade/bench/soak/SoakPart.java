package dev.alidade.bench.soak;

import dev.alidade.bench.load.Measurement;
import dev.alidade.bench.load.OpenLoop;
import dev.alidade.bench.load.Worker;
import dev.alidade.bench.part.MixedWork;
import dev.alidade.bench.part.Part;
import dev.alidade.bench.part.Setup;
import dev.alidade.bench.report.Goal;
import dev.alidade.bench.report.Line;
import dev.alidade.bench.report.Unit;
import dev.alidade.bench.server.ServerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Mixed work at a fixed rate for long, while clients leave, err and cancel and PostgreSQL is killed
 * and comes back. What grows on, or an internal error, fails it.
 */
public final class SoakPart implements Part {
  private static final double PER_SECOND = 50;
  private static final int WORKERS = 32;
  private static final Duration SAMPLES = Duration.ofSeconds(10);
  private static final Duration FAULTS = Duration.ofSeconds(2);
  private static final Duration AWAY = Duration.ofSeconds(8);
  private static final int CRASHES = 6;

  // New keys fill a cache of the usual size for an hour, and what fills looks like what leaks.
  private static final String SMALL_CACHE = "cache: { memory-mb: 4 }\n";

  private final Duration time;

  /** One that goes on for so long. */
  public SoakPart(Duration time) {
    this.time = time;
  }

  @Override
  public String name() {
    return "soak";
  }

  @Override
  public List<Line> run(Setup setup) throws Exception {
    setup.tell("soak for %d minutes".formatted(time.toMinutes()));
    setup.demo().close();
    String configuration =
        MixedWork.configuration(setup.databases(), setup.sampleState(), setup.launcher())
            + SMALL_CACHE;
    Errors errors = new Errors();
    Watch watch = new Watch();
    try (ServerProcess product = setup.serve("soak", configuration)) {
      long end = System.nanoTime() + time.toNanos();
      Measurement work;
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<?>> beside =
            List.of(
                threads.submit(() -> repeat(end, FAULTS, new Faults(product.port())::next)),
                threads.submit(() -> repeat(end, SAMPLES, sampling(setup, product, watch))),
                threads.submit(() -> repeat(end, time.dividedBy(CRASHES), () -> crash(setup))));
        Worker.Factory callers = new MixedWork().callers(product.port());
        work = OpenLoop.run(PER_SECOND, time, WORKERS, () -> new LastingWorker(callers, errors));
        for (Future<?> one : beside) {
          one.get();
        }
      }
      return lines(work, errors, watch);
    }
  }

  private List<Line> lines(Measurement work, Errors errors, Watch watch) {
    List<Line> lines = new ArrayList<>(watch.lines(name()));
    lines.add(Line.of(name(), "mixed work under faults", work));
    lines.add(
        Line.of(name(), "internal errors", Unit.COUNT, (double) errors.of(Errors.INTERNAL))
            .aiming(new Goal.OfValue(0)));
    errors
        .all()
        .forEach(
            (code, count) -> lines.add(Line.of(name(), code, Unit.COUNT, count.doubleValue())));
    return lines;
  }

  private static Step sampling(Setup setup, ServerProcess product, Watch watch) {
    Observer observer = new Observer(product);
    return () -> {
      Sample sample = observer.look();
      watch.add(sample);
      setup.tell(
          "%5.0f s: %.0f MB resident, %.1f MB living, %d threads, %d files"
              .formatted(
                  sample.second(),
                  sample.resident(),
                  sample.heap(),
                  sample.threads(),
                  sample.files()));
    };
  }

  private static void crash(Setup setup) throws Exception {
    setup.tell("PostgreSQL is killed");
    setup.databases().postgres().kill();
    TimeUnit.NANOSECONDS.sleep(AWAY.toNanos());
    setup.databases().postgres().comeBack();
    setup.tell("PostgreSQL is back");
  }

  private interface Step {
    void run() throws Exception;
  }

  /** Waits, and does it, until there is no time left for one more. */
  private static Void repeat(long end, Duration pause, Step step) throws Exception {
    while (System.nanoTime() + pause.toNanos() < end) {
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
      step.run();
    }
    return null;
  }
}
