package dev.alidade.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancellationTest {
  @Test
  void runsListenersOnce() {
    Cancellation cancellation = new Cancellation();
    AtomicInteger calls = new AtomicInteger();
    cancellation.onCancel(calls::incrementAndGet);
    cancellation.cancel();
    cancellation.cancel();
    assertThat(calls).hasValue(1);
  }

  @Test
  void runsALateListenerAtOnce() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    AtomicInteger calls = new AtomicInteger();
    cancellation.onCancel(calls::incrementAndGet);
    assertThat(calls).hasValue(1);
    assertThatThrownBy(cancellation::check)
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.QUERY_CANCELLED));
  }

  @Test
  void forgetsAListenerThatWasTakenBack() {
    Cancellation cancellation = new Cancellation();
    AtomicInteger calls = new AtomicInteger();
    cancellation.onCancel(calls::incrementAndGet).close();
    cancellation.cancel();
    assertThat(calls).hasValue(0);
  }
}
