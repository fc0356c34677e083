package dev.alidade.edge.http;

import dev.alidade.operation.Authenticator;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What every HTTP door must know of its surroundings.
 *
 * @param version of the product, as documents name it
 * @param allowedHosts host names besides the loopback names under which the server may be reached
 * @param authenticator says who sends a request
 * @param ready whether questions can be answered now
 * @param crowd who has how many requests at all of them
 */
public record HttpSettings(
    String version,
    Set<String> allowedHosts,
    Authenticator authenticator,
    BooleanSupplier ready,
    Crowd crowd) {
  public HttpSettings {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(authenticator, "authenticator");
    Objects.requireNonNull(ready, "ready");
    Objects.requireNonNull(crowd, "crowd");
    allowedHosts = Set.copyOf(allowedHosts);
  }

  /** The same for doors at which nobody is yet. */
  public HttpSettings(
      String version,
      Set<String> allowedHosts,
      Authenticator authenticator,
      BooleanSupplier ready) {
    this(version, allowedHosts, authenticator, ready, new Crowd());
  }
}
