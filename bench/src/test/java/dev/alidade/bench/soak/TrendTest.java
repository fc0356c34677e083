package dev.alidade.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.alidade.bench.report.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class TrendTest {
  private static List<Trend.Point> points(int count, IntToDoubleFunction value) {
    List<Trend.Point> points = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      points.add(new Trend.Point(number * 10, value.applyAsDouble(number)));
    }
    return points;
  }

  private static Watch watch(IntToDoubleFunction heap) {
    Watch watch = new Watch();
    for (int number = 0; number < 180; number++) {
      watch.add(new Sample(number * 10, 300, heap.applyAsDouble(number), 40, 90));
    }
    return watch;
  }

  private static Line heap(Watch watch) {
    return watch.lines("soak").get(1);
  }

  @Test
  void aStraightLineHasItsSlope() {
    Trend trend = Trend.of(points(20, number -> 100 + number * 2));

    assertThat(trend.perSecond()).isCloseTo(0.2, within(1e-9));
    assertThat(trend.growth(100)).isCloseTo(20, within(1e-9));
    assertThat(trend.median()).isEqualTo(119);
  }

  @Test
  void aFewOddSamplesDoNotMoveIt() {
    Trend trend = Trend.of(points(30, number -> number % 7 == 3 ? 900 : 100));

    assertThat(trend.perSecond()).isZero();
    assertThat(trend.median()).isEqualTo(100);
  }

  @Test
  void onePointIsNoTrend() {
    assertThatThrownBy(() -> Trend.of(points(1, number -> 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsFlatIsGood() {
    assertThat(heap(watch(number -> 80 + number % 3)).met()).contains(true);
  }

  @Test
  void aLeakIsFound() {
    // A megabyte a minute.
    Line line = heap(watch(number -> 80 + number / 6.0));

    assertThat(line.value()).isCloseTo(20, within(1.0));
    assertThat(line.met()).contains(false);
  }

  @Test
  void whatGrowsWhileItWarmsUpIsNoLeak() {
    assertThat(heap(watch(number -> Math.min(number, 50) * 2)).met()).contains(true);
  }

  @Test
  void aFewSamplesTellNothing() {
    Watch watch = new Watch();
    watch.add(new Sample(0, 1, 1, 1, 1));
    watch.add(new Sample(10, 1, 1, 1, 1));

    assertThatThrownBy(() -> watch.lines("soak")).hasMessageContaining("last longer");
  }

  @Test
  void errorsAreCountedByTheirCode() {
    Errors errors = new Errors();
    errors.count("status 503: {\"code\":\"SOURCE_UNAVAILABLE\",\"detail\":\"...\"}");
    errors.count("status 503: {\"code\": \"SOURCE_UNAVAILABLE\"}");
    errors.count("connection lost");

    assertThat(errors.of("SOURCE_UNAVAILABLE")).isEqualTo(2);
    assertThat(errors.of(Errors.INTERNAL)).isZero();
    assertThat(errors.all()).containsOnlyKeys("SOURCE_UNAVAILABLE", "connection lost");
  }
}
