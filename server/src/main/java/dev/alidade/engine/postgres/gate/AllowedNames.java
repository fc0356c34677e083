package dev.alidade.engine.postgres.gate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The functions, operators and types that a statement may use. */
final class AllowedNames {
  private static final Map<String, Set<String>> SECTIONS = read();

  static final Set<String> AGGREGATES = SECTIONS.get("aggregates");
  static final Set<String> FUNCTIONS = functions();
  static final Set<String> OPERATORS = SECTIONS.get("operators");
  static final Set<String> TYPES = SECTIONS.get("types");
  static final Set<String> HIDDEN_TYPES = SECTIONS.get("hidden types");
  static final Set<String> SAMPLING = SECTIONS.get("sampling");
  static final Set<String> WORDS = SECTIONS.get("words");

  private AllowedNames() {}

  private static Set<String> functions() {
    Set<String> all = new HashSet<>(SECTIONS.get("functions"));
    all.addAll(AGGREGATES);
    return all;
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> sections = new HashMap<>();
    Set<String> current = new HashSet<>();
    for (String line : Resource.lines("names.txt")) {
      if (line.startsWith("[")) {
        current = new HashSet<>();
        sections.put(line.substring(1, line.length() - 1), current);
      } else {
        current.addAll(Set.of(line.split(" +", -1)));
      }
    }
    return sections;
  }
}
