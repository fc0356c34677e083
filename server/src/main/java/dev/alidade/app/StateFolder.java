package dev.alidade.app;

import java.nio.file.Path;

/** Where Alidade keeps what it must remember. */
final class StateFolder {
  private StateFolder() {}

  /** `ALIDADE_STATE`, or `alidade` in the user's data folder. */
  static Path of(Environment environment) {
    Path home = Path.of(System.getProperty("user.home"));
    return environment
        .find("ALIDADE_STATE")
        .map(Path::of)
        .orElseGet(
            () ->
                environment
                    .find("XDG_DATA_HOME")
                    .map(Path::of)
                    .orElse(home.resolve(".local/share"))
                    .resolve("alidade"))
        .toAbsolutePath()
        .normalize();
  }
}
