package dev.alidade.engine;

import java.util.Objects;

/** What answers at the other end of a source: its product and version, as it calls itself. */
public record ServerInfo(String product, String version) {
  public ServerInfo {
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(version, "version");
  }
}
