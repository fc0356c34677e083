package dev.alidade.app;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Environment variables, completed by a `.env` file; `NAME_FILE` names a file that holds NAME. */
final class Environment {
  private final Map<String, String> variables;

  Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /** The process's variables; those of `.env` in {@code folder} stand where it has none. */
  static Environment of(Map<String, String> process, Path folder) {
    Map<String, String> variables = new LinkedHashMap<>();
    Path file = folder.resolve(".env");
    if (Files.isReadable(file)) {
      read(file, variables);
    }
    variables.putAll(process);
    return new Environment(variables);
  }

  /** What this process has, with `.env` of the folder that it was started in. */
  static Environment here() {
    return of(System.getenv(), Path.of(""));
  }

  /** The value of a variable; an empty one counts as absent. */
  Optional<String> find(String name) {
    String value = variables.get(name);
    if (value != null && !value.isEmpty()) {
      return Optional.of(value);
    }
    String file = variables.get(name + "_FILE");
    return file == null || file.isEmpty() ? Optional.empty() : Optional.of(contentOf(name, file));
  }

  private static String contentOf(String name, String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException cause) {
      throw new AlidadeException(
          ErrorCode.CONFIGURATION_INVALID,
          "%s_FILE names %s, which cannot be read; name a readable file".formatted(name, file),
          cause);
    }
  }

  private static void read(Path file, Map<String, String> variables) {
    try {
      for (String line : Files.readAllLines(file)) {
        String text = line.strip();
        int equals = text.indexOf('=');
        if (text.startsWith("#") || equals < 1) {
          continue;
        }
        String name = text.substring(0, equals).strip().replaceFirst("^export\\s+", "");
        variables.put(name, unquoted(text.substring(equals + 1).strip()));
      }
    } catch (IOException cause) {
      throw new AlidadeException(
          ErrorCode.CONFIGURATION_INVALID, "%s cannot be read as text".formatted(file), cause);
    }
  }

  private static String unquoted(String value) {
    if (value.length() < 2) {
      return value;
    }
    char first = value.charAt(0);
    boolean quoted = (first == '"' || first == '\'') && value.charAt(value.length() - 1) == first;
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
