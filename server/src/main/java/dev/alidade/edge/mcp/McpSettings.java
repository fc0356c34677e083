package dev.alidade.edge.mcp;

import dev.alidade.operation.LastingCalls;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a server must know of its surroundings.
 *
 * @param stateKey seals what clients carry between two rounds
 * @param calls where tasks are kept
 * @param patience how long a client that knows tasks waits for a result before it gets a task
 */
public record McpSettings(
    Introduction introduction,
    SecretKey stateKey,
    LastingCalls calls,
    Duration patience,
    Clock clock) {
  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(10);

  public McpSettings {
    Objects.requireNonNull(introduction, "introduction");
    Objects.requireNonNull(stateKey, "stateKey");
    Objects.requireNonNull(calls, "calls");
    Objects.requireNonNull(patience, "patience");
    Objects.requireNonNull(clock, "clock");
  }

  /** The usual ones. */
  public McpSettings(Introduction introduction, SecretKey stateKey, LastingCalls calls) {
    this(introduction, stateKey, calls, USUAL_PATIENCE, Clock.systemUTC());
  }

  /** Of a process that forgets all when it ends. */
  public static McpSettings inMemory(Introduction introduction) {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return new McpSettings(
        introduction, new SecretKeySpec(key, StateSeal.ALGORITHM), LastingCalls.inMemory());
  }
}
