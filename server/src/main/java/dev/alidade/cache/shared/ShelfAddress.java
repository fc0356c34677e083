package dev.alidade.cache.shared;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a shelf is, and who we are there.
 *
 * @param tls whether the way is encrypted and the server proves its name
 * @param authority a file of certificates to trust instead of Java's
 */
public record ShelfAddress(
    String host,
    int port,
    boolean tls,
    int database,
    Optional<String> username,
    Optional<String> password,
    Optional<Path> authority) {
  public ShelfAddress {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(username, "username");
    Objects.requireNonNull(password, "password");
    Objects.requireNonNull(authority, "authority");
  }

  /** Where it is, without who we are. */
  @Override
  public String toString() {
    return "%s:%d/%d".formatted(host, port, database);
  }
}
