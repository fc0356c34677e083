package dev.alidade.engine.trino;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.PoolState;
import dev.alidade.engine.ResultStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A coordinator that dies takes the query along, soon and in words, and nothing else. */
class TrinoFaultsTest {
  @Test
  @Timeout(120)
  void aDeadCoordinatorEndsTheStreamAndWhatIsAskedNext() {
    try (TrinoServer server = TrinoServer.own()) {
      EngineProbe probe =
          new EngineProbe(
              new TrinoFactory().open(server.source(EngineProbe.SOURCE, "tpch", "sf1")));
      long started;
      try (ResultStream result = probe.start("SELECT * FROM lineitem")) {
        assertThat(result.next()).isPresent();
        server.kill();
        started = System.nanoTime();
        AlidadeException failure = EngineProbe.failure(() -> EngineProbe.drain(result));
        assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_UNAVAILABLE);
        assertThat(failure).hasMessageContaining(EngineProbe.SOURCE);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(40));
      AlidadeException next = probe.failure("SELECT count(*) FROM nation");
      assertThat(next.code()).isEqualTo(ErrorCode.SOURCE_UNAVAILABLE);
      assertThat(probe.engine().pools()).extracting(PoolState::inUse).containsOnly(0);
      probe.engine().close();
    }
  }
}
