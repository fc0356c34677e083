package dev.alidade.agreement;

import dev.alidade.sql.DataType;
import dev.alidade.sql.DatePart;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.TypeKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query written once for all engines. What they say differently is marked and comes from the
 * product's own dialects; these are all declared differences:
 *
 * <ul>
 *   <li><code>${date 1994-01-01}</code>: a date literal
 *   <li><code>${year column}</code>: the year of a date
 *   <li><code>${average column}</code>: a mean that is not rounded to the column's scale
 *   <li><code>${double expression}</code>: what divides without losing digits
 *   <li><code>${limit 100}</code>: the first rows
 * </ul>
 */
record WrittenQuery(String name, String text) {
  private static final Pattern DIFFERENCE = Pattern.compile("\\$\\{(\\w+) ([^}]+)}");
  private static final DataType DATE = new DataType(TypeKind.DATE, "DATE");

  /** A query of the resource folder {@code tpch}. */
  static WrittenQuery tpch(String name) {
    try (InputStream file = WrittenQuery.class.getResourceAsStream("/tpch/" + name + ".sql")) {
      return new WrittenQuery(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The query as one engine writes it. */
  String in(Dialect dialect) {
    return DIFFERENCE
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(written(found.group(1), found.group(2), dialect)));
  }

  private static String written(String difference, String argument, Dialect dialect) {
    return switch (difference) {
      case "date" -> dialect.dateLiteral(LocalDate.parse(argument), DATE);
      case "year" -> dialect.extract(DatePart.YEAR, argument, DATE);
      case "average" -> dialect.average(argument);
      case "double" -> dialect.toDouble(argument);
      case "limit" -> dialect.limit(Long.parseLong(argument), 0);
      default -> throw new IllegalArgumentException("no difference " + difference);
    };
  }
}
