package dev.alidade.engine;

import java.util.Objects;
import java.util.Optional;

/**
 * The connections to one host of a source at one moment.
 *
 * @param inUse connections that run a statement or hold a transaction
 * @param waiting requests that wait for a connection
 * @param most connections that there may be at most
 * @param down why the host is left alone for now; empty while it is healthy
 */
public record PoolState(
    String host, int inUse, int idle, int waiting, int most, Optional<String> down) {
  public PoolState {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(down, "down");
  }
}
