package dev.alidade.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.MovableClock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SeenLatelyTest {
  private final MovableClock clock = new MovableClock();
  private final AtomicInteger reads = new AtomicInteger();
  private final SeenLately<Integer> seen = new SeenLately<>(clock);

  @Test
  void isReadOnceASecond() {
    assertThat(read("a")).isEqualTo(1);
    assertThat(read("a")).isEqualTo(1);
    assertThat(read("b")).isEqualTo(2);
    clock.forward(1);
    assertThat(read("a")).isEqualTo(3);
    clock.forward(-9);
    assertThat(read("a")).as("the clock was set back").isEqualTo(4);
  }

  @Test
  void whatThisProcessChangesIsReadAtOnce() {
    read("a");
    seen.changed("a");
    seen.changed("unknown");
    assertThat(read("a")).isEqualTo(2);
  }

  private int read(String name) {
    return seen.of(name, reads::incrementAndGet);
  }
}
