package dev.alidade.cache.shared;

import java.time.Duration;
import java.util.Objects;

/**
 * How results are shared between instances.
 *
 * @param key the secret that all instances have, from which what lies there is sealed and named
 * @param prefix what all names begin with
 * @param patience how long a query waits for an answer of the shelf
 */
public record SharedSettings(ShelfAddress address, String key, String prefix, Duration patience) {
  public SharedSettings {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(prefix, "prefix");
    Objects.requireNonNull(patience, "patience");
  }

  /** The address alone: the rest may be secret. */
  @Override
  public String toString() {
    return address.toString();
  }
}
