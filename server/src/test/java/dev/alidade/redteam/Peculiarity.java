package dev.alidade.redteam;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Why a view of an engine may show visible data otherwise than a table that holds the same; each is
 * exact about what may differ, so that nothing else hides behind it.
 */
enum Peculiarity {
  /** A row of a view has no type of its own, so that it is written without names. */
  ROW_WITHOUT_NAMES("postgres", "") {
    @Override
    UnaryOperator<String> common() {
      return word -> word.replaceAll("[{}()\" ]|\\w+=", "");
    }
  },

  /** A constant behind a grouping column stays in the rows of totals, where a column is null. */
  TOTAL_OF_CONSTANT("mysql", "WITH ROLLUP") {
    @Override
    UnaryOperator<String> common() {
      return word -> word.equals("***") ? "NULL" : word;
    }
  };

  private final String engine;
  private final String words;

  Peculiarity(String engine, String words) {
    this.engine = engine;
    this.words = words;
  }

  /** Makes alike what differs by this alone. */
  abstract UnaryOperator<String> common();

  /** Whether one of these is all that makes the two outcomes of a statement differ. */
  static boolean explains(String engine, String sql, Outcome outcome, Outcome other) {
    return Arrays.stream(values())
        .filter(one -> one.engine.equals(engine))
        .filter(one -> sql.toUpperCase(Locale.ROOT).contains(one.words))
        .anyMatch(one -> outcome.with(one.common()).showsAs(other.with(one.common())));
  }
}
