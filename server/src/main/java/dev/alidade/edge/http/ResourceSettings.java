package dev.alidade.edge.http;

import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * What clients are told who need a token of an issuer (RFC 9728).
 *
 * @param address of this server as clients reach it, without a slash at its end
 * @param issuers as their tokens write them in `iss`
 */
public record ResourceSettings(URI address, List<String> issuers) {
  public ResourceSettings {
    Objects.requireNonNull(address, "address");
    issuers = List.copyOf(issuers);
  }
}
