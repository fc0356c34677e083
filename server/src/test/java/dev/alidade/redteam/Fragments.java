package dev.alidade.redteam;

import dev.alidade.safety.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The injections that others collected, each spliced into a query about the arena. */
record Fragments() implements Corpus {
  private static final Pattern THEIR_TABLES =
      Pattern.compile(
          "(?i)\\b(users?|admin|members?|accounts?|sysobjects|foo|bar|information_schema\\.tables|mysql\\.user)\\b");
  private static final List<String> OURS =
      List.of("payroll", "everyone", "wages", "customers", "secrets");

  static final List<String> CARRIERS =
      List.of(
          "SELECT name FROM customers WHERE name = '{X}'",
          "SELECT name FROM customers WHERE id = {X}",
          "SELECT name FROM customers WHERE name LIKE '%{X}%' ORDER BY 1",
          "SELECT name FROM customers WHERE name IN (\"{X}\")",
          "SELECT name FROM customers ORDER BY {X}",
          "SELECT {X} FROM customers",
          "{X}",
          "SELECT name, email FROM customers WHERE salary > {X} AND region = 'west'",
          "SELECT c.name, sum(o.total) FROM customers c JOIN orders o ON o.customer_id = c.id WHERE o.status = '{X}' GROUP BY c.name",
          "SELECT name FROM customers -- {X}",
          "SELECT name /* {X} */ FROM customers",
          "SELECT name AS \"{X}\" FROM customers",
          "SELECT name AS `{X}` FROM customers",
          "SELECT name FROM customers LIMIT {X}",
          "SELECT count(*) FROM customers GROUP BY region HAVING max(name) <> '{X}'",
          "SELECT name FROM customers WHERE id IN (SELECT customer_id FROM orders WHERE status = '{X}')",
          "SELECT CASE WHEN name = '{X}' THEN 1 ELSE 2 END FROM customers",
          "SELECT name FROM customers UNION SELECT title FROM products WHERE title = '{X}'",
          "WITH a AS (SELECT * FROM customers WHERE name = '{X}') SELECT name FROM a",
          "SELECT name FROM {X}",
          "SELECT name FROM customers {X}",
          "SELECT (SELECT max(title) FROM products WHERE category = '{X}') FROM orders",
          "EXPLAIN SELECT name FROM customers WHERE name = '{X}'");

  @Override
  public String name() {
    return "injections of sql-safety";
  }

  @Override
  public Stream<String> statements(Random random) {
    List<String> all = new ArrayList<>();
    try {
      for (String file : List.of("full-statements.txt", "injection-fragments.txt")) {
        all.addAll(
            Files.readAllLines(SharedData.at("sql-safety/" + file), StandardCharsets.ISO_8859_1));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return Corpus.shuffled(all.stream(), random).map(fragment -> spliced(fragment, random));
  }

  private static String spliced(String fragment, Random random) {
    String carrier = CARRIERS.get(random.nextInt(CARRIERS.size()));
    String table = OURS.get(random.nextInt(OURS.size()));
    String aimed =
        random.nextBoolean() ? THEIR_TABLES.matcher(fragment).replaceAll(table) : fragment;
    return carrier.replace("{X}", aimed);
  }
}
