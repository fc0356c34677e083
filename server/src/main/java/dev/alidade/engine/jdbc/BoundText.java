package dev.alidade.engine.jdbc;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.base.Nearest;
import dev.alidade.engine.Parameters;
import dev.alidade.sql.Lexer;
import dev.alidade.sql.LexicalRules;
import dev.alidade.sql.SqlToken;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A statement as JDBC takes it: a {@code ?} at every parameter, and the value for each. The rest of
 * the text is untouched.
 */
public record BoundText(String text, List<Object> values) {
  public BoundText {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /**
   * Puts {@code ?} where {@code $name}, {@code :name} or {@code $1} stands.
   *
   * @throws AlidadeException PARAMETER_INVALID that names the value that is missing or too much
   */
  public static BoundText of(String sql, LexicalRules rules, Parameters parameters) {
    List<SqlToken> markers =
        Lexer.tokens(sql, rules).stream()
            .filter(token -> token.kind() == SqlToken.Kind.PARAMETER)
            .toList();
    return switch (parameters) {
      case Parameters.Positional(List<Object> values) -> positional(sql, markers, values);
      case Parameters.Named(Map<String, Object> values) -> named(sql, markers, values);
    };
  }

  private static BoundText positional(String sql, List<SqlToken> markers, List<Object> values) {
    List<Object> bound = new ArrayList<>();
    Set<Integer> used = new LinkedHashSet<>();
    for (SqlToken marker : markers) {
      String text = marker.text(sql);
      int index = text.equals("?") ? used.size() : number(sql, marker);
      if (index >= values.size()) {
        throw invalid(
            sql,
            marker,
            "The statement has a parameter %s, but %d values were given; give one for each"
                .formatted(text.equals("?") ? "number " + (index + 1) : text, values.size()));
      }
      used.add(index);
      bound.add(values.get(index));
    }
    if (used.size() < values.size()) {
      throw new AlidadeException(
          ErrorCode.PARAMETER_INVALID,
          "%d values were given, but the statement has %d parameters; leave out the rest"
              .formatted(values.size(), used.size()));
    }
    return new BoundText(marked(sql, markers), bound);
  }

  private static BoundText named(String sql, List<SqlToken> markers, Map<String, Object> values) {
    List<Object> bound = new ArrayList<>();
    Set<String> used = new LinkedHashSet<>();
    for (SqlToken marker : markers) {
      String name = marker.text(sql).substring(1);
      if (name.isEmpty()) {
        throw invalid(
            sql, marker, "The values have names, but this parameter has none; write $name");
      }
      if (!values.containsKey(name)) {
        throw invalid(
            sql,
            marker,
            "No value was given for the parameter `%s`%s"
                .formatted(name, Nearest.hint(name, values.keySet())));
      }
      used.add(name);
      bound.add(values.get(name));
    }
    for (String name : values.keySet()) {
      if (!used.contains(name)) {
        throw new AlidadeException(
            ErrorCode.PARAMETER_INVALID,
            "The statement has no parameter `%s`%s".formatted(name, Nearest.hint(name, used)));
      }
    }
    return new BoundText(marked(sql, markers), bound);
  }

  private static int number(String sql, SqlToken marker) {
    String digits = marker.text(sql).substring(1);
    if (marker.text(sql).startsWith("$") && digits.matches("[1-9][0-9]{0,3}")) {
      return Integer.parseInt(digits) - 1;
    }
    throw invalid(
        sql,
        marker,
        "The parameter `%s` has a name, but the values have none; give an object"
            .formatted(digits));
  }

  private static String marked(String sql, List<SqlToken> markers) {
    StringBuilder text = new StringBuilder(sql.length());
    int last = 0;
    for (SqlToken marker : markers) {
      text.append(sql, last, marker.start()).append('?');
      last = marker.end();
    }
    return text.append(sql, last, sql.length()).toString();
  }

  private static AlidadeException invalid(String sql, SqlToken marker, String message) {
    return new AlidadeException(
        ErrorCode.PARAMETER_INVALID, message, Location.of(sql, marker.start()));
  }
}
