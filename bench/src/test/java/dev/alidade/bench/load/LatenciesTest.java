package dev.alidade.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  @Test
  void percentilesAreOfTheCallsOfAllWorkersTogether() {
    Latencies latencies =
        Latencies.of(
            List.of(
                LongStream.rangeClosed(51, 100).toArray(),
                LongStream.rangeClosed(1, 50).toArray()));

    assertThat(latencies.percentile(0.50)).isEqualTo(50);
    assertThat(latencies.percentile(0.95)).isEqualTo(95);
    assertThat(latencies.percentile(0.99)).isEqualTo(99);
    assertThat(latencies.percentile(1)).isEqualTo(100);
    assertThat(latencies.percentile(0)).isEqualTo(1);
  }

  @Test
  void aFewCallsHavePercentilesToo() {
    Latencies three = Latencies.of(List.of(new long[] {3_000_000, 1_000_000, 2_000_000}));

    assertThat(three.spread()).isEqualTo(new Spread(2, 3, 3));
    assertThat(Latencies.of(List.of(new long[] {7})).percentile(0.99)).isEqualTo(7);
  }

  @Test
  void nothingHasNone() {
    assertThatThrownBy(() -> Latencies.of(List.of()).percentile(0.5))
        .hasMessageContaining("nothing was measured");
  }
}
