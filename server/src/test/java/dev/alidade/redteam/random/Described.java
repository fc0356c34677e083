package dev.alidade.redteam.random;

import dev.alidade.redteam.Arena;
import dev.alidade.redteam.ArenaColumn;
import dev.alidade.redteam.ArenaTable;
import dev.alidade.redteam.random.Relation.Field;
import dev.alidade.sql.TypeKind;
import java.util.List;

/**
 * What a writer of statements knows of a database.
 *
 * @param tables with the columns that the caller may see
 * @param denied tables that it may not read at all
 * @param hidden columns that it may not see
 * @param numbers numbers that stand in rows, seen and hidden
 * @param texts texts that stand in rows, seen and hidden
 */
record Described(
    List<Relation> tables,
    List<Relation> denied,
    List<String> hidden,
    List<String> numbers,
    List<String> texts) {
  Described {
    tables = List.copyOf(tables);
    denied = List.copyOf(denied);
    hidden = List.copyOf(hidden);
    numbers = List.copyOf(numbers);
    texts = List.copyOf(texts);
  }

  /** An arena, with values of its that tell hidden rows from visible ones. */
  static Described of(Arena arena) {
    return of(arena.hiddenText(), arena.hiddenNumber());
  }

  /** The tables of an arena, with a text and a number that a caller might guess. */
  static Described of(String text, String number) {
    return new Described(
        ArenaTable.readable().stream().map(Described::relation).toList(),
        ArenaTable.ALL.stream()
            .filter(table -> table.reach() == ArenaTable.Reach.DENIED)
            .map(Described::relation)
            .toList(),
        ArenaTable.ALL.stream()
            .flatMap(table -> table.columns().stream())
            .filter(column -> !column.visible())
            .map(ArenaColumn::name)
            .toList(),
        List.of("3", "4", "5", "6", "7", "12", "13", "47", "60", "450", "1000", number),
        List.of("west", "east", "Ada", "Cleo", "***", "open", "paid", "tea", "WEST", text));
  }

  private static Relation relation(ArenaTable table) {
    return new Relation(
        table.name(),
        table.visibleColumns().stream()
            .map(column -> new Field(column.name(), kind(column.seenKind())))
            .toList());
  }

  private static Kind kind(TypeKind type) {
    if (type.isNumeric()) {
      return Kind.NUMBER;
    }
    return type.isTemporal() ? Kind.DATE : Kind.TEXT;
  }
}
