package dev.alidade.bench.soak;

import dev.alidade.bench.report.Goal;
import dev.alidade.bench.report.Line;
import dev.alidade.bench.report.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The samples of a soak, and whether they stay where they are once the server is warm. */
final class Watch {
  // A server compiles, fills its pools and its caches before it is at rest.
  private static final double WARM_UP = 1 / 3.0;
  private static final double SHARE = 0.05;
  private static final int FEWEST = 6;

  private final List<Sample> samples = new ArrayList<>();

  void add(Sample sample) {
    samples.add(sample);
  }

  /** A line for each thing that must not grow, with how much it may. */
  List<Line> lines(String part) {
    return List.of(
        line(part, "resident memory", Unit.MEGABYTES, 16, Sample::resident),
        line(part, "living objects", Unit.MEGABYTES, 8, Sample::heap),
        line(part, "threads", Unit.COUNT, 8, Sample::threads),
        line(part, "open files", Unit.COUNT, 16, Sample::files));
  }

  private Line line(
      String part, String what, Unit unit, double least, ToDoubleFunction<Sample> value) {
    List<Sample> warm = warm();
    Trend trend =
        Trend.of(
            warm.stream()
                .map(sample -> new Trend.Point(sample.second(), value.applyAsDouble(sample)))
                .toList());
    double allowed = Math.max(least, trend.median() * SHARE);
    double time = warm.getLast().second() - warm.getFirst().second();
    return Line.of(
            part,
            "growth in %.0f min, %s (median %,.0f)".formatted(time / 60, what, trend.median()),
            unit,
            trend.growth(time))
        .aiming(new Goal.OfValue(allowed));
  }

  private List<Sample> warm() {
    double end = samples.getLast().second();
    List<Sample> warm =
        samples.stream().filter(sample -> sample.second() >= end * WARM_UP).toList();
    if (warm.size() < FEWEST) {
      throw new IllegalStateException(
          "%d samples tell nothing of memory; let the soak last longer".formatted(warm.size()));
    }
    return warm;
  }
}
