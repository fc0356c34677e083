package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestTest {
  private static final long MEGABYTE = 1L << 20;

  private Duration computed = Duration.ofSeconds(1);
  private long heap = 60 * MEGABYTE;
  private long live = 30 * MEGABYTE;
  private int collections;

  private final Rest rest =
      new Rest(
          () -> computed,
          () -> heap,
          () -> {
            collections++;
            heap = live;
            computed = computed.plusMillis(200);
          });

  @Test
  void aProcessAtRestGivesBackOnce() {
    look(20, Duration.ofMillis(5));
    assertThat(collections).isEqualTo(1);
    assertThat(heap).isEqualTo(live);
  }

  @Test
  void aProcessAtWorkIsLeftAlone() {
    look(20, Duration.ofMillis(300));
    assertThat(collections).isZero();
  }

  @Test
  void aShortPauseIsNoRest() {
    for (int round = 0; round < 10; round++) {
      look(2, Duration.ofMillis(5));
      look(1, Duration.ofMillis(300));
    }
    assertThat(collections).isZero();
  }

  @Test
  void whatItTookMeanwhileGoesBackAgain() {
    look(20, Duration.ofMillis(5));
    heap = 900 * MEGABYTE;
    look(5, Duration.ofMillis(1_900));
    look(20, Duration.ofMillis(5));
    assertThat(collections).isEqualTo(2);
    assertThat(heap).isEqualTo(live);
  }

  @Test
  void aLittleMoreIsNotWorthAPause() {
    look(20, Duration.ofMillis(5));
    heap += 4 * MEGABYTE;
    look(5, Duration.ofMillis(1_900));
    look(20, Duration.ofMillis(5));
    assertThat(collections).isEqualTo(1);
  }

  @Test
  void allThatLivesIsLeftAlone() {
    live = 60 * MEGABYTE;
    look(100, Duration.ofMillis(5));
    assertThat(collections).isEqualTo(1);
  }

  private void look(int times, Duration work) {
    for (int look = 0; look < times; look++) {
      computed = computed.plus(work);
      rest.look();
    }
  }
}
