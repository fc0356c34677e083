package dev.alidade.engine;

import dev.alidade.engine.NarrowingAuthor.Pair;
import dev.alidade.sql.DataType;
import dev.alidade.sql.DatePart;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.TimeGrain;
import dev.alidade.sql.TypeKind;
import java.util.ArrayList;
import java.util.List;

/** Writes statements with groups, and statements that ask for larger ones or for less of them. */
final class GroupingAuthor {
  private static final List<String> KEYS =
      List.of("a", "t", "w", "d", "COALESCE(a, 2)", "f", "LENGTH(w)");
  private static final List<String> AGGREGATES =
      List.of(
          "count(*)",
          "count(w) AS words",
          "sum(a)",
          "sum(d) AS total",
          "sum(CASE WHEN id > 9 THEN a ELSE 7 END)",
          "min(b)",
          "max(a) AS most",
          "min(t)",
          "max(d)",
          "avg(a)",
          "count(DISTINCT w)",
          "min(w)",
          "sum(f)");

  private static final DataType DATE = new DataType(TypeKind.DATE, "DATE");

  private final NarrowingAuthor author;
  private final List<String> keys;

  /** Groups also by weeks and days of months, in the engine's words. */
  GroupingAuthor(NarrowingAuthor author, Dialect dialect) {
    this.author = author;
    keys = new ArrayList<>(KEYS);
    keys.add(dialect.truncate(TimeGrain.WEEK, "t", DATE));
    keys.add(dialect.extract(DatePart.DAY_OF_MONTH, "t", DATE));
  }

  /** Two statements with groups of the same rows, or of fewer. */
  Pair groups() {
    List<String> keys = some(this.keys, 1 + chance(3));
    List<String> aggregates = some(AGGREGATES, 1 + chance(4));
    List<String> fewerKeys = chance(6) == 0 ? keys : some(keys, chance(keys.size()));
    List<String> fewer = some(aggregates, 1 + chance(aggregates.size()));
    List<String> conditions = author.conditions(chance(2));
    List<String> more = new ArrayList<>(conditions);
    if (chance(3) == 0) {
      more.add(author.one(List.of("a > -1", "a = 2", "t IS NOT NULL", "d < 5.5", "w = 'west'")));
    }
    if (chance(5) == 0) {
      conditions.add("a <= 3");
      more.add("a " + author.one(List.of("< 3", "= 1", "IN (0, 1)", "<= 4")));
    }
    String order = chance(2) == 0 ? "" : order(fewerKeys, fewer);
    String limit = fewerKeys.size() < 2 && order.isEmpty() ? "" : " LIMIT " + author.any();
    return new Pair(
        statement(keys, aggregates, conditions)
            + author.one(List.of("", " ORDER BY 1", " ORDER BY 1, 2", " ORDER BY 1 DESC")),
        statement(fewerKeys, fewer, more) + order + (order.isEmpty() ? "" : limit));
  }

  private String statement(List<String> keys, List<String> aggregates, List<String> conditions) {
    List<String> items = new ArrayList<>(keys);
    items.addAll(aggregates);
    List<String> numbers = new ArrayList<>();
    for (int number = 1; number <= keys.size(); number++) {
      numbers.add(Integer.toString(number));
    }
    String groups = String.join(", ", chance(3) == 0 ? numbers : keys);
    return "SELECT %s FROM %s%s%s"
        .formatted(
            String.join(", ", items),
            NarrowingAuthor.TABLE,
            NarrowingAuthor.where(conditions),
            keys.isEmpty() ? "" : " GROUP BY " + groups);
  }

  /** By an aggregate or not, and by all keys, so that no two rows may change places. */
  private String order(List<String> keys, List<String> aggregates) {
    List<String> by = new ArrayList<>();
    if (chance(2) == 0) {
      by.add(author.one(aggregates).replaceFirst(".* AS ", "") + author.maybe(" DESC"));
    }
    keys.forEach(key -> by.add(key + author.maybe(" DESC")));
    return by.isEmpty() ? "" : " ORDER BY " + String.join(", ", by);
  }

  private List<String> some(List<String> all, int count) {
    List<String> some = new ArrayList<>(all);
    while (some.size() > count) {
      some.remove(author.one(some));
    }
    return some;
  }

  private int chance(int of) {
    return author.any() % of;
  }
}
