package dev.alidade.ask.exchange;

import dev.alidade.base.Nearest;
import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.sql.TableName;
import java.util.List;
import java.util.Optional;

/** Finds what a planner elsewhere calls by name; what the caller may not see does not exist. */
final class Names {
  private static final int LONGEST_SHOWN = 60;
  private static final int MOST_SHOWN = 12;

  private final SourceKnowledge knowledge;

  Names(SourceKnowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** The table of that name, with or without its schema; exact letters first. */
  Optional<Table> table(String name) {
    return one(name, false).or(() -> one(name, true));
  }

  private Optional<Table> one(String name, boolean anyCase) {
    List<Table> found =
        knowledge.tables().stream()
            .filter(
                table ->
                    same(table.name().toString(), name, anyCase)
                        || same(table.name().table(), name, anyCase))
            .toList();
    List<Table> whole =
        found.stream().filter(table -> same(table.name().toString(), name, anyCase)).toList();
    List<Table> best = whole.isEmpty() ? found : whole;
    return best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
  }

  /** Why there is no one such table. */
  String unknownTable(String name) {
    List<String> known =
        knowledge.tables().stream().map(Table::name).map(TableName::toString).toList();
    long several =
        knowledge.tables().stream()
            .filter(table -> table.name().table().equalsIgnoreCase(name))
            .count();
    return several > 1
        ? "Several tables are called `%s`; write the schema before it".formatted(shown(name))
        : "No table `%s`%s".formatted(shown(name), choices(name, known));
  }

  /** The column of that name; exact letters first. */
  static Optional<Column> column(Table table, String name) {
    return table.columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .or(() -> table.column(name));
  }

  static String unknownColumn(Table table, String name) {
    List<String> known = table.columns().stream().map(Column::name).toList();
    return "No column `%s` in `%s`%s".formatted(shown(name), table.name(), choices(name, known));
  }

  /** The nearest of the names, or some of them. */
  static String choices(String wrong, List<String> known) {
    String hint = wrong.length() > LONGEST_SHOWN ? "" : Nearest.hint(wrong, known);
    if (!hint.isEmpty() || known.isEmpty()) {
      return hint;
    }
    List<String> some = known.subList(0, Math.min(MOST_SHOWN, known.size()));
    return "; there are " + String.join(", ", some) + (some.size() < known.size() ? ", ..." : "");
  }

  /** A name that somebody wrote, no longer than a message bears and on one line. */
  static String shown(String name) {
    String line = name.replaceAll("[\\p{Cntrl}`]", " ");
    return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "...";
  }

  private static boolean same(String left, String right, boolean anyCase) {
    return anyCase ? left.equalsIgnoreCase(right) : left.equals(right);
  }
}
