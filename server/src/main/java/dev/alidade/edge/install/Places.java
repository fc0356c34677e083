package dev.alidade.edge.install;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where programs keep their settings on this machine.
 *
 * @param variables of the environment
 * @param here the folder that a project's settings stand in
 */
public record Places(Platform system, Path home, Map<String, String> variables, Path here) {
  /** An operating system, as far as it matters. */
  public enum Platform {
    LINUX,
    MAC,
    WINDOWS;

    /** The one that Java names so. */
    public static Platform of(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.contains("mac") || lower.contains("darwin")) {
        return MAC;
      }
      return lower.contains("windows") ? WINDOWS : LINUX;
    }
  }

  public Places {
    Objects.requireNonNull(system, "system");
    Objects.requireNonNull(home, "home");
    variables = Map.copyOf(variables);
    Objects.requireNonNull(here, "here");
  }

  /** The folder below which programs with windows keep their settings. */
  Path applications() {
    return switch (system) {
      case MAC -> home.resolve("Library").resolve("Application Support");
      case WINDOWS -> named("APPDATA").orElse(home.resolve("AppData").resolve("Roaming"));
      case LINUX -> named("XDG_CONFIG_HOME").orElse(home.resolve(".config"));
    };
  }

  private Optional<Path> named(String variable) {
    return Optional.ofNullable(variables.get(variable))
        .filter(text -> !text.isBlank())
        .map(Path::of);
  }
}
