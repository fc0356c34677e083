package dev.alidade.engine.mysql.gate;

import dev.alidade.sql.TableName;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How names resolve on one server.
 *
 * @param database where names without a database are looked up
 * @param others further databases that the source shows
 * @param ignoresCase whether the server finds tables in any letters (lower_case_table_names)
 * @param letters the letters that the catalog uses for a table, where case is ignored
 * @param storedFunctions names, in lower case, that the database's own functions have
 */
public record SourceNames(
    String database,
    Set<String> others,
    boolean ignoresCase,
    UnaryOperator<TableName> letters,
    Set<String> storedFunctions) {
  public SourceNames {
    others = Set.copyOf(others);
    storedFunctions = Set.copyOf(storedFunctions);
  }

  /** The table's name as the catalog has it; empty for a database that the source does not show. */
  Optional<TableName> table(Optional<String> qualifier, String table) {
    if (qualifier.isEmpty() || same(qualifier.get(), database)) {
      return Optional.of(inLetters(TableName.of(table)));
    }
    return others.stream()
        .filter(other -> same(other, qualifier.get()))
        .findFirst()
        .map(other -> inLetters(TableName.of(other, table)));
  }

  private TableName inLetters(TableName name) {
    return ignoresCase ? letters.apply(name) : name;
  }

  private boolean same(String left, String right) {
    return ignoresCase
        ? left.toLowerCase(Locale.ROOT).equals(right.toLowerCase(Locale.ROOT))
        : left.equals(right);
  }
}
