package dev.alidade.redteam;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Queries as people write them about the tables of the arena, in words that all engines have. */
final class PlainQueries {
  private static final List<String> FORMS =
      List.of(
          "SELECT * FROM {t} WHERE {c} ORDER BY id LIMIT {n}",
          "SELECT {k}, count(*) AS n FROM {t} WHERE {c} GROUP BY {k} ORDER BY n DESC",
          "SELECT {k}, {a} FROM {t} GROUP BY {k} HAVING count(*) > {n}",
          "SELECT DISTINCT {k} FROM {t} WHERE {c} AND {c}",
          "SELECT {a}, {a} FROM {t} WHERE {c} OR {c}",
          "SELECT {k}, CASE WHEN {c} THEN 'yes' ELSE 'no' END AS answer FROM {t}",
          "SELECT {k} FROM {t} WHERE id IN (SELECT id FROM {t} WHERE {c}) ORDER BY 1",
          "SELECT {k} FROM {t} WHERE {v} > (SELECT avg({v}) FROM {t})",
          "SELECT x.{k}, x.n FROM (SELECT {k}, count(*) AS n FROM {t} GROUP BY {k}) x WHERE x.n > {n}",
          "WITH x AS (SELECT {k}, {a} AS n FROM {t} WHERE {c} GROUP BY {k}) SELECT * FROM x ORDER BY n",
          "SELECT id, {k}, rank() OVER (PARTITION BY {k} ORDER BY {v}) AS place FROM {t} WHERE {c}",
          "SELECT id, sum({v}) OVER (ORDER BY id) AS running FROM {t} WHERE {c}",
          "SELECT {k} FROM {t} WHERE {c} UNION SELECT {k} FROM {t} WHERE {c}",
          "SELECT upper({k}), length({k}), coalesce({k}, 'none') FROM {t} WHERE {c}",
          "SELECT {k}, round(avg({v}), 2) FROM {t} GROUP BY {k}",
          "SELECT {v} + {n}, {v} * 2, {v} - id FROM {t} WHERE {c}",
          "SELECT count(DISTINCT {k}) FROM {t} WHERE {c}",
          "SELECT a.id, b.{k} FROM {t} a JOIN {t} b ON a.id = b.id WHERE b.id > {n}",
          "SELECT a.{k} FROM {t} a LEFT JOIN {t} b ON a.id = b.id + {n} WHERE b.id IS NULL",
          "SELECT {k} FROM {t} a WHERE EXISTS (SELECT 1 FROM {t} b WHERE b.id = a.id AND b.id < {n})",
          "SELECT c.name, sum(o.total) AS spent FROM customers c JOIN orders o ON o.customer_id = c.id GROUP BY c.name ORDER BY spent DESC LIMIT {n}",
          "SELECT p.category, count(*) FROM orders o JOIN products p ON p.id = o.product_id WHERE o.total > {n} GROUP BY p.category",
          "SELECT c.region, p.title, avg(o.total) FROM customers c, orders o, products p WHERE o.customer_id = c.id AND p.id = o.product_id AND o.total <> {n} GROUP BY c.region, p.title",
          "SELECT c.name, (SELECT max(o.total) FROM orders o WHERE o.customer_id = c.id) AS best FROM customers c WHERE c.id > {n}",
          "SELECT extract(YEAR FROM placed) AS y, count(*) FROM orders WHERE total < {n} GROUP BY extract(YEAR FROM placed)",
          "SELECT name FROM customers WHERE id NOT IN (SELECT customer_id FROM orders WHERE customer_id IS NOT NULL AND total > {n})");

  private record Names(String table, List<String> texts, List<String> numbers) {}

  private static final List<Names> TABLES =
      List.of(
          new Names(
              "customers",
              List.of("name", "region", "email", "phone"),
              List.of("salary", "bonus", "rating")),
          new Names("orders", List.of("status", "remark"), List.of("total", "product_id")),
          new Names("products", List.of("title", "category"), List.of("price", "id")));

  private static final List<String> CONDITIONS =
      List.of(
          "{k} = '{w}'",
          "{k} LIKE '{w}%'",
          "{k} <> '{w}' AND {v} > {n}",
          "{v} BETWEEN {n} AND 100000",
          "{k} IN ('{w}', 'tea', 'open')",
          "{v} IS NOT NULL",
          "NOT {v} < {n}",
          "lower({k}) = '{w}'",
          "id > {n}",
          "{k} IS NULL");

  private PlainQueries() {}

  static Stream<String> of(Random random) {
    return Stream.generate(() -> query(random));
  }

  private static String query(Random random) {
    Names names = any(TABLES, random);
    String sql = any(FORMS, random).replace("{t}", names.table());
    while (sql.contains("{c}")) {
      sql = sql.replaceFirst("\\{c}", any(CONDITIONS, random));
    }
    while (sql.contains("{a}")) {
      sql =
          sql.replaceFirst(
              "\\{a}", any(List.of("sum", "min", "max", "avg", "count"), random) + "({v})");
    }
    return sql.replace("{k}", any(names.texts(), random))
        .replace("{v}", any(names.numbers(), random))
        .replace("{w}", any(List.of("Ada", "west", "paid", "tool", "O''Neil"), random))
        .replace("{n}", Integer.toString(random.nextInt(900)));
  }

  private static <T> T any(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
