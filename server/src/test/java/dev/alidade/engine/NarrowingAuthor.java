package dev.alidade.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Writes random rows, statements over them, and statements that ask for less of the same. */
final class NarrowingAuthor {
  static final String TABLE = "part_rows";
  private static final String BOTH =
      "part_rows LEFT JOIN (SELECT id AS other FROM part_rows WHERE a > 0) o ON id = other AND a < 3";
  private static final List<String> COLUMNS = List.of("id", "a", "b", "d", "f", "w", "t");
  private static final List<String> WORDS =
      List.of("west", "West", "east", "north pole", "süd", "", "it''s", "9");

  private final Random random;

  NarrowingAuthor(long seed) {
    random = new Random(seed);
  }

  /** A statement, and one that asks for less. */
  record Pair(String whole, String part) {}

  /** Makes the table anew, with some rows. */
  List<String> rows() {
    List<String> rows = new ArrayList<>();
    int count = random.nextInt(120);
    for (int id = 1; id <= count; id++) {
      rows.add(
          "(%d, %s, %s, %s, %s, %s, %s)"
              .formatted(
                  id,
                  orNull(Integer.toString(random.nextInt(9) - 4)),
                  orNull(Long.toString(random.nextLong() >> (random.nextInt(5) * 14 + 4))),
                  orNull(BigDecimal.valueOf(random.nextInt(4_000) - 2_000, 2).toPlainString()),
                  orNull(Double.toString(random.nextInt(400) / 8.0 - 20)),
                  orNull("'" + one(WORDS) + "'"),
                  orNull("'" + LocalDate.of(2024, 1, 1).plusDays(random.nextInt(40)) + "'")));
    }
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE TABLE %s (id INTEGER, a INTEGER, b BIGINT, d DECIMAL(10,2), f DOUBLE PRECISION, w VARCHAR(20), t DATE)"
            .formatted(TABLE));
    if (!rows.isEmpty()) {
      statements.add("INSERT INTO %s VALUES %s".formatted(TABLE, String.join(", ", rows)));
    }
    return statements;
  }

  /** Two statements with the same order and other limits. */
  Pair limits() {
    String stem =
        "SELECT %s FROM %s%s ORDER BY %s"
            .formatted(list(), TABLE, maybe(" WHERE a > " + (random.nextInt(9) - 4)), order());
    boolean wholeHasLimit = random.nextBoolean();
    int most = random.nextInt(60);
    int fewer = wholeHasLimit && random.nextInt(4) > 0 ? random.nextInt(most + 1) : any();
    return new Pair(stem + (wholeHasLimit ? " LIMIT " + most : ""), stem + " LIMIT " + fewer);
  }

  /** Two statements of which one has more conditions; many cannot be told apart without a run. */
  Pair conditions() {
    List<String> fewer = conditions(random.nextInt(3));
    List<String> more = new ArrayList<>(fewer);
    more.addAll(conditions(random.nextInt(4) == 0 ? 2 : 1));
    Collections.shuffle(more, random);
    String select = "SELECT " + filterable() + " FROM " + one(List.of(TABLE, TABLE, BOTH));
    String order = maybe(" ORDER BY id" + maybe(" DESC"));
    return new Pair(
        select + where(fewer) + order,
        select + where(more) + (order.isEmpty() ? "" : order + maybe(" LIMIT " + any())));
  }

  private String filterable() {
    List<String> items = new ArrayList<>(List.of("b", "d", "t", "w", "f"));
    items.add(one(List.of("b AS c", "b + 1 AS a", "a AS b", "w AS word", "a AS e", "d * 2 AS d")));
    Collections.shuffle(items, random);
    return random.nextInt(4) == 0
        ? "*"
        : "id, a, " + String.join(", ", items.subList(0, 2 + random.nextInt(items.size() - 2)));
  }

  static String where(List<String> conditions) {
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  List<String> conditions(int count) {
    List<String> conditions = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      conditions.add(condition());
    }
    return conditions;
  }

  private String condition() {
    String number = Integer.toString(random.nextInt(11) - 5);
    String column = one(List.of("a", "a", "b", "id", "d"));
    String day = "'" + LocalDate.of(2024, 1, 1).plusDays(random.nextInt(40)) + "'";
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3 ->
          column + one(List.of(" = ", " < ", " <= ", " > ", " >= ", " <> ", ">=")) + number;
      case 4 -> column + " BETWEEN " + number + " AND 4";
      case 5 -> column + " IN (" + number + ", 1, -3)";
      case 6 -> column + " IS " + maybe("NOT ") + "NULL";
      case 7 -> "(" + column + " > " + number + " AND a <> 2)";
      case 8 -> "t " + one(List.of("= ", "< ", ">= ")) + day;
      case 9 -> "(a = " + number + " OR b > 0)";
      case 10 -> "w = 'west'";
      default -> "NOT " + column + " = " + number;
    };
  }

  int any() {
    return random.nextInt(80);
  }

  private String list() {
    if (random.nextInt(5) == 0) {
      return "*";
    }
    List<String> items = new ArrayList<>(COLUMNS);
    items.add("a + b / 4 AS more");
    items.add("f * 2");
    items.add("COALESCE(w, 'none') AS word");
    items.add("CASE WHEN a > 0 THEN f ELSE a END AS mixed");
    Collections.shuffle(items, random);
    return String.join(", ", items.subList(0, 1 + random.nextInt(items.size() - 1)));
  }

  private String order() {
    return one(List.of("id", "id DESC", "a, id", "w DESC, id", "d, t, id DESC"));
  }

  private String orNull(String value) {
    return random.nextInt(6) == 0 ? "NULL" : value;
  }

  String maybe(String text) {
    return random.nextBoolean() ? text : "";
  }

  <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
