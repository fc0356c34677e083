package dev.alidade.engine.fault;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What happens when a server, or the way to it, fails: nothing wrong is returned, every error names
 * the source, and it recovers by itself. {@code docs/reliability.md} has a row for each test.
 */
abstract class FaultContract implements OutageFaults, ChangeFaults, CrowdFaults {
  private FaultBench bench;

  /** The server, made once for all tests of the class. */
  abstract FaultedServer server();

  @Override
  public FaultBench bench() {
    return bench;
  }

  @BeforeEach
  void openSources() {
    bench = new FaultBench(server());
  }

  @AfterEach
  void nothingIsLeftBehind() {
    bench.close();
  }
}
