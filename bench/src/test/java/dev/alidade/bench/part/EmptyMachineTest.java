package dev.alidade.bench.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EmptyMachineTest {
  @Test
  void readsWhatTheShellPrints() {
    assertThat(EmptyMachine.sum("0m0.051s 0m0.020s")).isEqualTo(Duration.ofMillis(71));
    assertThat(EmptyMachine.sum("1m2.500s 0m0.500s")).isEqualTo(Duration.ofSeconds(63));
  }

  @Test
  void computesWhileItStarts() throws Exception {
    EmptyMachine empty = EmptyMachine.start();

    assertThat(empty.computed()).isGreaterThan(Duration.ofMillis(5));
    assertThat(empty.elapsed()).isGreaterThan(Duration.ofMillis(5));
  }
}
