package dev.alidade.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaterTest {
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void nothingIsMadeBeforeItIsAskedFor() {
    Later<Integer> later = new Later<>(made::incrementAndGet);
    assertThat(later.now()).isEmpty();
    assertThat(made).hasValue(0);
    assertThat(later.get()).isEqualTo(1);
    assertThat(later.now()).contains(1);
  }

  @Test
  void allWhoAskAtOnceGetTheSame() throws Exception {
    Later<Integer> later = new Later<>(made::incrementAndGet);
    Callable<Integer> asking = later::get;
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> each :
          many.invokeAll(IntStream.range(0, 50).mapToObj(number -> asking).toList())) {
        assertThat(each.get()).isEqualTo(1);
      }
    }
    assertThat(made).hasValue(1);
  }

  @Test
  void whatFailedIsTriedAgain() {
    Later<Integer> later =
        new Later<>(
            () -> {
              if (made.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
              }
              return made.get();
            });
    assertThatThrownBy(later::get).hasMessage("not yet");
    assertThat(later.now()).isEmpty();
    assertThat(later.get()).isEqualTo(2);
  }
}
