package dev.alidade.edge.install;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was typed after `mcp install` or `mcp remove`.
 *
 * @param words the client, then the paths of data
 * @param values of the options that have one
 * @param flags the options that have none
 */
record InstallOptions(List<String> words, Map<String, String> values, Set<String> flags) {
  static final String HTTP = "--http";
  static final String CONFIG = "--config";
  static final String NAME = "--name";
  static final String FILE = "--file";
  static final String KEY_FILE = "--key-file";
  static final String PROJECT = "--project";
  static final String PRINT = "--print";
  static final String YES = "--yes";
  static final String HELP = "--help";
  private static final List<String> WITH_VALUE = List.of(HTTP, CONFIG, NAME, FILE, KEY_FILE);
  private static final List<String> FLAGS = List.of(PROJECT, PRINT, YES, HELP);

  InstallOptions {
    words = List.copyOf(words);
    values = Map.copyOf(values);
    flags = Set.copyOf(flags);
  }

  /** Reads the arguments; a wrong one is an INVALID_INPUT. */
  static InstallOptions read(String command, List<String> arguments) {
    List<String> words = new ArrayList<>();
    Map<String, String> values = new HashMap<>();
    Set<String> flags = new HashSet<>();
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      String argument = rest.removeFirst();
      int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (equals >= 0) {
        rest.addFirst(argument.substring(equals + 1));
      }
      if (name.equals("-h") || name.equals("-y")) {
        flags.add(name.equals("-h") ? HELP : YES);
      } else if (FLAGS.contains(name) && equals < 0) {
        flags.add(name);
      } else if (WITH_VALUE.contains(name)) {
        if (rest.isEmpty()) {
          throw wrong("%s needs a value after it".formatted(name));
        }
        values.put(name, rest.removeFirst());
      } else if (name.startsWith("-")) {
        throw unknown(command, name);
      } else {
        words.add(argument);
      }
    }
    return new InstallOptions(words, values, flags);
  }

  private static AlidadeException unknown(String command, String name) {
    List<String> known = new ArrayList<>(WITH_VALUE);
    known.addAll(FLAGS);
    return wrong(
        "`mcp %s` has no option %s%s See: ./alidade mcp %s --help"
            .formatted(
                command,
                name,
                Nearest.to(name, known).map("; did you mean `%s`?"::formatted).orElse("."),
                command));
  }

  boolean has(String flag) {
    return flags.contains(flag);
  }

  Optional<String> value(String option) {
    return Optional.ofNullable(values.get(option));
  }

  static AlidadeException wrong(String message) {
    return new AlidadeException(ErrorCode.INVALID_INPUT, message);
  }
}
