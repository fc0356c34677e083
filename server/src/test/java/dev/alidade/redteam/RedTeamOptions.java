package dev.alidade.redteam;

import dev.alidade.agreement.Targets;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param size how many statements of a corpus are tried at most, on the engines that are quick
 */
record RedTeamOptions(List<String> engines, long seed, int size) {
  static final long SEED = 20_261_121L;

  private static final int SIZE = 4_000;

  RedTeamOptions {
    engines = List.copyOf(engines);
  }

  static RedTeamOptions of(List<String> arguments) {
    List<String> engines = Targets.NAMES;
    long seed = SEED;
    int size = SIZE;
    if (arguments.size() % 2 != 0) {
      throw usage();
    }
    for (int index = 0; index < arguments.size(); index += 2) {
      String value = arguments.get(index + 1);
      switch (arguments.get(index)) {
        case "--engine" -> engines = List.of(value.split(","));
        case "--seed" -> seed = Long.parseLong(value);
        case "--size" -> size = Integer.parseInt(value);
        default -> throw usage();
      }
    }
    return new RedTeamOptions(engines, seed, size);
  }

  /** How many statements of a corpus an engine gets; a server far away or slow at reading less. */
  int sizeFor(String engine) {
    return switch (engine) {
      case "sqlite", "mysql" -> size;
      case "duckdb", "postgres" -> Math.max(1, size * 3 / 10);
      default -> Math.max(1, size / 20);
    };
  }

  private static IllegalArgumentException usage() {
    return new IllegalArgumentException(
        "redteam [--engine %s] [--seed NUMBER] [--size STATEMENTS]"
            .formatted(String.join("|", Targets.NAMES)));
  }
}
