package dev.alidade.engine.jdbc;

import java.util.Objects;
import java.util.Optional;

/** How the way to a server is protected; {@code authority} is a file of certificates to trust. */
public record Tls(Mode mode, Optional<String> authority) {
  /** What is asked of the connection. */
  public enum Mode {
    /** Encrypted, and the server proves that it is who the configuration names. */
    VERIFY,
    /** Encrypted, but anybody may answer. */
    ENCRYPT,
    /** As plain text. */
    OFF
  }

  public Tls {
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(authority, "authority");
  }
}
