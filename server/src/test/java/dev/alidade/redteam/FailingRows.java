package dev.alidade.redteam;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Conditions that fail on hidden rows only, wherever a condition can stand. */
record FailingRows(Surroundings around) implements Corpus {
  private static final List<String> FRAMES =
      List.of(
          "SELECT count(*) FROM customers WHERE {X}",
          "SELECT {X} FROM customers",
          "SELECT name FROM customers ORDER BY {X}, id",
          "SELECT count(*) FROM customers GROUP BY {X}",
          "SELECT max(CASE WHEN {X} THEN 1 ELSE 0 END) FROM customers",
          "SELECT o.id FROM orders o JOIN customers ON customers.id = o.customer_id AND {X}",
          "SELECT o.id FROM orders o LEFT JOIN customers ON {X}",
          "SELECT name FROM customers WHERE region = 'west' AND {X}",
          "SELECT name FROM customers WHERE id > 2 OR {X}",
          "SELECT name FROM (SELECT * FROM customers) customers WHERE {X}",
          "WITH x AS (SELECT id FROM customers WHERE {X}) SELECT count(*) FROM x",
          "SELECT name, sum(1) OVER (PARTITION BY {X}) FROM customers",
          "SELECT count(*) FILTER (WHERE {X}) FROM customers",
          "SELECT count(*) FROM customers HAVING max(CASE WHEN {X} THEN 1 ELSE 0 END) = 1",
          "SELECT id FROM orders WHERE EXISTS (SELECT 1 FROM customers WHERE customers.id = orders.customer_id AND {X})",
          "SELECT name FROM customers LIMIT (SELECT count(*) FROM customers WHERE {X})",
          "SELECT name FROM customers UNION ALL SELECT name FROM customers WHERE {X}",
          "SELECT total, placed, status FROM orders customers WHERE 1 / (total - 710000000) < 5 AND {X}",
          "SELECT count(*) FROM orders o, customers WHERE o.customer_id = customers.id AND {X}");

  @Override
  public String name() {
    return "errors on hidden rows";
  }

  @Override
  public Stream<String> statements(Random random) {
    return Corpus.shuffled(
        Lines.of("errors.txt").stream()
            .flatMap(condition -> FRAMES.stream().map(frame -> frame.replace("{X}", condition)))
            .map(around::withValues),
        random);
  }
}
