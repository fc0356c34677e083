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

  private int any() {
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

  private String maybe(String text) {
    return random.nextBoolean() ? text : "";
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
