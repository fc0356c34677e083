package dev.alidade.redteam.random;

import java.util.List;

/** The flavours of all engines. */
final class Flavours {
  private static final List<Flavour> ALL =
      List.of(
          new DuckDbFlavour(),
          new SqliteFlavour(),
          new PostgresFlavour(),
          new MariaDbFlavour(),
          new TrinoFlavour());

  private Flavours() {}

  /** That of an engine, by its name in a configuration. */
  static Flavour of(String engine) {
    return ALL.stream()
        .filter(flavour -> flavour.engine().equals(engine))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody writes for " + engine));
  }
}
