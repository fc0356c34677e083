package dev.alidade.rules;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.engine.Sources;
import dev.alidade.engine.Table;
import dev.alidade.policy.TablePattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of some sources at one moment, as rules name them. */
final class TableLookup {
  private final Map<String, List<Table>> tables = new LinkedHashMap<>();
  private final Map<String, String> homes = new LinkedHashMap<>();
  private final List<String> silent = new ArrayList<>();

  /** Looks at sources; those that do not answer are {@link #silent}. */
  TableLookup(Sources sources, Collection<String> names) {
    for (String name : names) {
      try {
        tables.put(name, sources.schema(name).now().tables());
        homes.put(name, sources.engine(name).homeSchema());
      } catch (AlidadeException down) {
        silent.add(name);
      }
    }
  }

  /** Sources of which nothing is known now. */
  List<String> silent() {
    return silent;
  }

  /** The tables that a pattern means, of all sources. */
  List<Table> matching(String pattern) {
    List<Table> matching = new ArrayList<>();
    tables.forEach(
        (source, all) ->
            all.stream()
                .filter(table -> TablePattern.matches(pattern, table.name(), homes.get(source)))
                .forEach(matching::add));
    return matching;
  }

  /** A sentence on a pattern that means no table, unless a source that did not answer has one. */
  Optional<String> absence(String pattern) {
    if (!silent.isEmpty() || !matching(pattern).isEmpty()) {
      return Optional.empty();
    }
    List<String> names =
        tables.values().stream()
            .flatMap(List::stream)
            .map(table -> table.name().toString())
            .toList();
    return Optional.of(
        "`%s` is the name of no table now, so that nothing follows from it%s"
            .formatted(pattern, Nearest.hint(pattern, names)));
  }

  /** Fails where the tables that a pattern means exist and none of them has the column. */
  void checkColumn(String pattern, String column) {
    List<Table> matching = matching(pattern);
    if (matching.isEmpty()
        || matching.stream().anyMatch(table -> table.column(column).isPresent())) {
      return;
    }
    List<String> columns =
        matching.stream()
            .flatMap(table -> table.columns().stream())
            .map(known -> known.name())
            .distinct()
            .toList();
    throw new AlidadeException(
        ErrorCode.COLUMN_NOT_FOUND,
        "Column `%s` not found in `%s`%s. Columns: %s"
            .formatted(column, pattern, Nearest.hint(column, columns), String.join(", ", columns)));
  }
}
