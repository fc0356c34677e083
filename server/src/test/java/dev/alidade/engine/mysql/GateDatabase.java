package dev.alidade.engine.mysql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The small database and the lists of statements that the gate is tried with. */
final class GateDatabase {
  private static final Pattern ESCAPE = Pattern.compile("\\\\(\\\\|[ntr]|u[0-9a-fA-F]{4})");

  private GateDatabase() {}

  static List<String> statements() {
    return List.of(
        "CREATE TABLE customers (id INT PRIMARY KEY, name VARCHAR(100))",
        "CREATE TABLE orders (id INT PRIMARY KEY, customer_id INT, amount DECIMAL(12, 2),"
            + " weight DOUBLE, placed_at DATETIME, paid BOOLEAN, note VARCHAR(200),"
            + " FULLTEXT (note))",
        "CREATE TABLE order_lines (order_id INT, line INT, quantity BIGINT)",
        "CREATE TABLE numbers (n INT)",
        "CREATE TABLE payroll (employee INT, ssn VARCHAR(20))",
        "INSERT INTO customers VALUES (1, 'Ada'), (2, 'Grace')",
        "INSERT INTO orders VALUES (10, 1, 19.99, 0.5, '2024-05-01 10:00:00', TRUE, 'first'),"
            + " (11, 1, 0.10, NULL, NULL, NULL, NULL)",
        "INSERT INTO numbers VALUES (1), (2), (3)",
        "INSERT INTO payroll VALUES (1, '078-05-1120')");
  }

  /** The statements of a file, one a line, with Java's escapes for what a line cannot show. */
  static List<String> lines(String name) {
    try (InputStream file = GateDatabase.class.getResourceAsStream("/engine/mysql/" + name)) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isEmpty()).map(GateDatabase::unescaped).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String unescaped(String line) {
    return ESCAPE
        .matcher(line)
        .replaceAll(
            match -> {
              String code = match.group(1);
              return Matcher.quoteReplacement(
                  switch (code.charAt(0)) {
                    case 'n' -> "\n";
                    case 't' -> "\t";
                    case 'r' -> "\r";
                    case 'u' -> Character.toString(Integer.parseInt(code.substring(1), 16));
                    default -> code;
                  });
            });
  }
}
