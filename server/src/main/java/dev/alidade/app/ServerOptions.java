package dev.alidade.app;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What was typed after `demo`, `serve` or `mcp`. */
record ServerOptions(
    List<String> paths,
    Optional<Integer> port,
    Optional<String> host,
    Optional<String> config,
    boolean browser,
    boolean mcpFixtures,
    boolean help) {
  private static final List<String> NAMES =
      List.of("--port", "--host", "--config", "--no-browser", "--mcp-fixtures", "--help");

  ServerOptions {
    paths = List.copyOf(paths);
  }

  /** Reads the arguments after the command's name; a wrong one is an INVALID_INPUT. */
  static ServerOptions read(String command, List<String> arguments) {
    List<String> paths = new ArrayList<>();
    Optional<Integer> port = Optional.empty();
    Optional<String> host = Optional.empty();
    Optional<String> config = Optional.empty();
    boolean browser = true;
    boolean mcpFixtures = false;
    boolean help = false;
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      String argument = rest.removeFirst();
      int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (equals >= 0) {
        rest.addFirst(argument.substring(equals + 1));
      }
      switch (name) {
        case "--port" -> port = Optional.of(portOf(value(name, rest)));
        case "--host" -> host = Optional.of(value(name, rest));
        case "--config" -> config = Optional.of(value(name, rest));
        case "--no-browser" -> browser = false;
        case "--mcp-fixtures" -> mcpFixtures = true;
        case "-h", "--help" -> help = true;
        default -> {
          if (name.startsWith("-")) {
            throw wrong(
                "`%s` has no option %s%s See: ./alidade %s --help"
                    .formatted(
                        command,
                        name,
                        Nearest.to(name, NAMES).map("; did you mean `%s`?"::formatted).orElse("."),
                        command));
          }
          paths.add(argument);
        }
      }
    }
    return new ServerOptions(paths, port, host, config, browser, mcpFixtures, help);
  }

  private static String value(String name, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw wrong("%s needs a value after it".formatted(name));
    }
    return rest.removeFirst();
  }

  private static int portOf(String text) {
    if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535) {
      return Integer.parseInt(text);
    }
    throw wrong("--port takes a number from 0 (any free one) to 65535, not `%s`".formatted(text));
  }

  private static AlidadeException wrong(String message) {
    return new AlidadeException(ErrorCode.INVALID_INPUT, message);
  }
}
