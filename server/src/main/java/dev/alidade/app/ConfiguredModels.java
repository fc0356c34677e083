package dev.alidade.app;

import dev.alidade.ask.model.Models;
import dev.alidade.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** The language models that a configuration names, for commands without a server. */
final class ConfiguredModels {
  private ConfiguredModels() {}

  /** Those of {@code file}, or of the file that `serve` would take; what they cost is kept. */
  static Models open(Optional<Path> file, Environment environment) {
    Config config =
        file.or(() -> ServerCommand.usualConfig(environment))
            .map(path -> new ConfigReader(Registry.engines(), environment).read(path))
            .orElse(Config.EMPTY);
    return new Models(
        config.models(),
        config.asking(),
        Database.openLater(StateFolder.of(environment)),
        Clock.systemUTC());
  }
}
