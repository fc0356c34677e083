package dev.alidade.engine.fault;

import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.SourceDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A real server for the fault tests, with a table {@code words (n, word)} of 100,000 rows. */
interface FaultedServer {
  /** What opens sources of this kind. */
  EngineFactory factory();

  /** Where the server itself listens. */
  int port();

  /** A source that reaches it by these ports of this machine, with further settings. */
  SourceDefinition source(String name, List<Integer> ports, Map<String, Object> settings);

  /** Runs statements on the server, behind Alidade's back. */
  void run(String... statements);

  /** Makes an account that may read, or gives it another password and number of connections. */
  void account(String name, String password, int connections);

  /** Where it listens for those who give a password. */
  default int passwordPort() {
    return port();
  }

  /** Whether rows that were lost on their way are asked for again, over another connection. */
  default boolean asksAgain() {
    return false;
  }

  /** How long a server that is gone in the middle of a query is waited for. */
  default Duration patience() {
    return Duration.ZERO;
  }

  /** By how much less is asked of it at once, since a query costs it that much more. */
  default int slowness() {
    return 1;
  }

  /** Ends statements that the server still works at although nobody waits for them. */
  default void endAbandoned() {}

  /** How many sessions of Alidade's the server knows of. */
  int sessions();
}
