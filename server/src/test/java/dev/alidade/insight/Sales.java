package dev.alidade.insight;

import dev.alidade.agreement.TargetEngine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Sales of two years, drawn from a seed; what stands out in them is said. */
final class Sales {
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 731;
  private static final int ROWS_A_STATEMENT = 400;

  private final TargetEngine engine;

  /** Sales as an engine writes them. */
  Sales(TargetEngine engine) {
    this.engine = engine;
  }

  /** The table that the others fill. */
  static String table(String name) {
    return ("CREATE TABLE %s (sale_id INTEGER, sold_on DATE, region VARCHAR(20), "
            + "product VARCHAR(20), amount DOUBLE PRECISION, weight DOUBLE PRECISION, height DOUBLE PRECISION)")
        .formatted(name);
  }

  /** Nothing stands out. */
  List<String> atRandom(String table, int rows, long seed) {
    Random random = new Random(seed);
    List<String> values = new ArrayList<>();
    for (int id = 1; id <= rows; id++) {
      values.add(
          row(
              id,
              random.nextInt(DAYS),
              "r" + random.nextInt(4),
              "p" + random.nextInt(12),
              10 + 40 * random.nextDouble(),
              50 + 10 * random.nextGaussian(),
              20 + 3 * random.nextGaussian()));
    }
    return inserts(table, values);
  }

  /** More rows from month to month, a product far off, heights that follow weights. */
  List<String> telling(String table) {
    Random random = new Random(11);
    List<String> values = new ArrayList<>();
    for (int id = 1; id <= 3_000; id++) {
      // The square root puts more days near the end.
      int day = (int) (DAYS * Math.sqrt(random.nextDouble()));
      int product = random.nextInt(16);
      double weight = 50 + 10 * random.nextGaussian();
      values.add(
          row(
              id,
              day,
              "r" + random.nextInt(4),
              "p" + (product > 11 ? 3 : product),
              10 + 40 * random.nextDouble(),
              weight,
              0.4 * weight + 3 * random.nextGaussian()));
    }
    return inserts(table, values);
  }

  /** Every month alike, but in the last one most of region r1 is missing. */
  List<String> falling(String table) {
    Random random = new Random(12);
    List<String> values = new ArrayList<>();
    for (int id = 1; id <= 6_000; id++) {
      int day = random.nextInt(DAYS);
      int region = random.nextInt(2);
      boolean missing = day >= DAYS - 31 && region == 1 && random.nextInt(8) > 0;
      if (!missing) {
        values.add(
            row(id, day, "r" + region, "p" + random.nextInt(12), 30 + random.nextDouble(), 1, 2));
      }
    }
    return inserts(table, values);
  }

  /** Product p0 has most of the sales, the next ones much less. */
  List<String> concentrated(String table) {
    Random random = new Random(13);
    List<String> values = new ArrayList<>();
    for (int id = 1; id <= 2_000; id++) {
      int product = (int) Math.floor(-3 * Math.log(1 - random.nextDouble())) % 40;
      values.add(
          row(id, random.nextInt(DAYS), "r0", "p" + (id <= 40 ? id - 1 : product), 20, 1, 2));
    }
    return inserts(table, values);
  }

  private String row(
      int id, int day, String region, String product, double amount, double weight, double height) {
    return String.format(
        Locale.ROOT,
        "(%d, %s, '%s', '%s', %.4f, %.4f, %.4f)",
        id,
        engine.literal(FIRST.plusDays(day)),
        region,
        product,
        amount,
        weight,
        height);
  }

  private static List<String> inserts(String table, List<String> values) {
    List<String> statements = new ArrayList<>();
    for (int from = 0; from < values.size(); from += ROWS_A_STATEMENT) {
      List<String> some = values.subList(from, Math.min(values.size(), from + ROWS_A_STATEMENT));
      statements.add("INSERT INTO %s VALUES %s".formatted(table, String.join(", ", some)));
    }
    return statements;
  }
}
