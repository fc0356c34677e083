package dev.alidade.bench.part;

import dev.alidade.bench.load.Measurement;
import dev.alidade.bench.load.OpenLoop;
import dev.alidade.bench.report.Goal;
import dev.alidade.bench.report.Line;
import dev.alidade.bench.report.Unit;
import dev.alidade.bench.server.ServerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Mixed work that arrives at a fixed rate: how long it takes, and which rate is too much. */
public final class MixedPart implements Part {
  private static final double PROMISE = 10_000;
  private static final double AIM = 10;
  private static final double P95 = 50;
  private static final double TOO_SLOW = 100;
  private static final double TOO_MANY_REFUSED = 0.01;
  private static final double HALF_A_DOUBLING = Math.sqrt(2);
  private static final int WORKERS = 256;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration PROMISED = Duration.ofSeconds(60);
  private static final Duration STEP = Duration.ofSeconds(12);

  @Override
  public String name() {
    return "mixed";
  }

  @Override
  public List<Line> run(Setup setup) throws Exception {
    setup.tell("mixed work at a fixed rate");
    // The sample is made at its first start.
    setup.demo().close();
    String configuration =
        MixedWork.configuration(setup.databases(), setup.sampleState(), setup.launcher());
    MixedWork work = new MixedWork();
    try (ServerProcess product = setup.serve("mixed", configuration)) {
      run(product, work, PROMISE / 2, WARM_UP);
      Measurement promised = run(product, work, PROMISE, PROMISED);
      promised.firstRefusal().ifPresent(why -> setup.tell("refused: " + why));
      List<Line> lines = new ArrayList<>();
      lines.add(
          new Line(
              name(),
              "mixed work, 10,000 a minute, p95",
              Unit.MILLISECONDS,
              promised.spread().p95(),
              Optional.of(promised.spread()),
              promised.refused(),
              Optional.empty(),
              Optional.of(new Goal.OfValue(P95))));
      lines.add(
          Line.of(
                  name(),
                  "mixed work, highest rate with p95 under 100 ms",
                  Unit.CALLS_PER_MINUTE,
                  isKept(promised) ? limit(setup, product, work) : 0)
              .beside("the promise", PROMISE)
              .aiming(new Goal.OfRatio(AIM)));
      lines.add(
          Line.of(
              name(),
              "memory under load, mixed (RSS)",
              Unit.MEGABYTES,
              product.residentMegabytes()));
      return lines;
    }
  }

  /** The highest rate that is kept, to half a doubling. */
  private static double limit(Setup setup, ServerProcess product, MixedWork work) throws Exception {
    double kept = PROMISE;
    while (isKept(setup, product, work, kept * 2)) {
      kept *= 2;
    }
    double between = kept * HALF_A_DOUBLING;
    return isKept(setup, product, work, between) ? between : kept;
  }

  private static boolean isKept(
      Setup setup, ServerProcess product, MixedWork work, double perMinute) throws Exception {
    Measurement measured = run(product, work, perMinute, STEP);
    boolean kept = isKept(measured);
    setup.tell(
        "%,.0f a minute: p95 %.1f ms, %.1f %% refused%s"
            .formatted(
                perMinute,
                measured.spread().p95(),
                measured.refused() * 100,
                kept ? "" : ": too much"));
    return kept;
  }

  private static boolean isKept(Measurement measured) {
    return measured.spread().p95() < TOO_SLOW && measured.refused() < TOO_MANY_REFUSED;
  }

  private static Measurement run(
      ServerProcess product, MixedWork work, double perMinute, Duration time) throws Exception {
    return OpenLoop.run(perMinute / 60, time, WORKERS, work.callers(product.port()));
  }
}
