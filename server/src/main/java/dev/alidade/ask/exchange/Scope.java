package dev.alidade.ask.exchange;

import dev.alidade.engine.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables that one SELECT may speak of, by alias. */
final class Scope {
  private final Map<String, Table> byAlias = new LinkedHashMap<>();

  /** Whether the alias was free. */
  boolean add(String alias, Table table) {
    return byAlias.keySet().stream().noneMatch(alias::equalsIgnoreCase)
        && byAlias.put(alias, table) == null;
  }

  /** The alias that is meant: one of the plan's, or the name of a table that is used once. */
  Optional<String> alias(String name) {
    if (byAlias.containsKey(name)) {
      return Optional.of(name);
    }
    List<String> fitting =
        byAlias.entrySet().stream()
            .filter(
                entry ->
                    entry.getKey().equalsIgnoreCase(name)
                        || entry.getValue().name().table().equalsIgnoreCase(name)
                        || entry.getValue().name().toString().equalsIgnoreCase(name))
            .map(Map.Entry::getKey)
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  Table table(String alias) {
    return byAlias.get(alias);
  }

  List<String> aliases() {
    return List.copyOf(byAlias.keySet());
  }
}
