package dev.alidade.cache.derive;

import dev.alidade.engine.ResultColumn;
import dev.alidade.sql.SqlToken.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds in which column of a result the values of a column are that a condition names. */
record Places(Select select, List<ResultColumn> columns) {
  /** Names that are functions or hidden columns somewhere, so that a star may not show them. */
  private static final Set<String> MEANINGFUL =
      Set.of(
          "ctid",
          "default",
          "false",
          "localtime",
          "null",
          "oid",
          "rowid",
          "system_user",
          "tableoid",
          "true",
          "unknown",
          "user",
          "value",
          "xmax",
          "xmin");

  Places {
    Objects.requireNonNull(select, "select");
    columns = List.copyOf(columns);
  }

  /** The column's place; empty where it is not shown, or something else may be meant. */
  OptionalInt of(Words column) {
    Words list = select.list();
    return list.size() == 1 && list.isSymbol(0, "*") ? inStar(column) : inList(column);
  }

  /** A star over one relation shows each of its columns under its name. */
  private OptionalInt inStar(Words column) {
    Words from = select.from();
    boolean isOneRelation =
        from.outside(index -> from.isSymbol(index, ",") || isJoin(from, index)).isEmpty();
    String name = column.name(column.size() - 1);
    boolean isPlain =
        column.size() == 1
            && (column.kind(0) == Kind.QUOTED_IDENTIFIER
                || (name.matches("[a-z][a-z0-9_]*")
                    && !name.startsWith("current_")
                    && !name.startsWith("session_")
                    && !MEANINGFUL.contains(name)));
    return isOneRelation && isPlain ? onlyOne(shown(name)) : OptionalInt.empty();
  }

  private int[] shown(String name) {
    int[] alike =
        IntStream.range(0, columns.size())
            .filter(index -> columns.get(index).name().equalsIgnoreCase(name))
            .toArray();
    return alike.length == 1 && columns.get(alike[0]).name().equals(name) ? alike : new int[0];
  }

  /** An item that is the column itself, whose name means nothing else in the list. */
  private OptionalInt inList(Words column) {
    List<Words> items = select.list().byCommas();
    String name = column.name(column.size() - 1);
    if (items.size() != columns.size()
        || items.stream().anyMatch(Places::hasStar)
        || uses(name) != 1) {
      return OptionalInt.empty();
    }
    return onlyOne(
        IntStream.range(0, items.size())
            .filter(index -> isItem(items.get(index), column, columns.get(index), name))
            .toArray());
  }

  private static boolean isItem(Words item, Words column, ResultColumn shown, String name) {
    String written = column.toString();
    if (item.toString().equals(written)) {
      return shown.name().equalsIgnoreCase(name);
    }
    int alias = item.size() - 1;
    return alias == column.size() + 1
        && item.is(column.size(), "AS")
        && item.isName(alias)
        && item.part(0, column.size()).toString().equals(written);
  }

  private long uses(String name) {
    Words list = select.list();
    return IntStream.range(0, list.size())
        .filter(index -> list.isName(index) && list.name(index).equalsIgnoreCase(name))
        .count();
  }

  private static boolean hasStar(Words item) {
    return item.isEmpty()
        || item.isSymbol(0, "*")
        || IntStream.range(1, item.size())
            .anyMatch(index -> item.isSymbol(index, "*") && item.isSymbol(index - 1, "."));
  }

  private static boolean isJoin(Words words, int index) {
    return words.kind(index) == Kind.WORD
        && words.at(index).toUpperCase(Locale.ROOT).endsWith("JOIN");
  }

  private static OptionalInt onlyOne(int[] places) {
    return places.length == 1 ? OptionalInt.of(places[0]) : OptionalInt.empty();
  }
}
