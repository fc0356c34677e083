package dev.alidade.redteam;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Statements too deep or too long for a careless reader, around a payload. */
record Overlong() implements Corpus {
  private static final List<Integer> SIZES = List.of(20, 60, 99, 101, 500, 4_000);
  private static final List<String> PAYLOADS =
      List.of(
          "(SELECT max(employee) FROM payroll)", "(SELECT max(secret_note) FROM customers)", "1");

  @Override
  public String name() {
    return "long and deep";
  }

  @Override
  public Stream<String> statements(Random random) {
    List<String> all = new ArrayList<>();
    for (int size : SIZES) {
      for (String payload : PAYLOADS) {
        all.add("SELECT " + "(".repeat(size) + payload + ")".repeat(size));
        all.add("SELECT " + "- ".repeat(size) + payload);
        all.add("SELECT name FROM customers WHERE " + "NOT ".repeat(size) + payload + " IS NULL");
        all.add("SELECT " + payload + " + 1".repeat(size));
        all.add("SELECT CASE " + "WHEN 1 = 2 THEN 3 ".repeat(size) + "ELSE " + payload + " END");
        all.add("SELECT " + "CASE WHEN 1 = 1 THEN ".repeat(size) + payload + " END".repeat(size));
        all.add("SELECT * FROM ".repeat(size) + "(SELECT " + payload + ") x");
        all.add(
            "SELECT * FROM (".repeat(size) + "SELECT " + payload + " AS a" + ") x".repeat(size));
        all.add("SELECT " + "(SELECT ".repeat(size) + payload + ")".repeat(size));
        all.add("SELECT name FROM customers WHERE id IN (" + numbers(size) + ", " + payload + ")");
        all.add("SELECT " + payload + " AS \"" + "a".repeat(size) + "\"");
        all.add("SELECT '" + "a".repeat(size) + "', " + payload);
        all.add("SELECT /*" + "*".repeat(size) + "*/ " + payload);
        all.add("SELECT " + "/*".repeat(size) + "*/".repeat(size) + payload);
        all.add("SELECT " + "a.".repeat(size) + "secret_note, " + payload + " FROM customers a");
        all.add("SELECT 1 " + "UNION ALL SELECT 1 ".repeat(size) + "UNION ALL SELECT " + payload);
        all.add("SELECT " + payload + ",".repeat(size) + " name FROM customers");
        all.add(";".repeat(size) + "SELECT " + payload);
        all.add("WITH " + tables(size, payload) + " SELECT * FROM t0");
      }
    }
    return Corpus.shuffled(all.stream(), random);
  }

  private static String numbers(int size) {
    return IntStream.range(0, size).mapToObj(Integer::toString).collect(Collectors.joining(", "));
  }

  private static String tables(int size, String payload) {
    return IntStream.range(0, size)
        .mapToObj(
            number ->
                "t%d AS (SELECT %s AS a)"
                    .formatted(number, number == 0 ? payload : Integer.toString(number)))
        .collect(Collectors.joining(", "));
  }
}
