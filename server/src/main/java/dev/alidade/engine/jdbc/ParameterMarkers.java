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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the parameters of a statement stand; found once, bound as often as it runs. */
public final class ParameterMarkers {
  private final String sql;
  private final List<SqlToken> markers;
  private final String marked;

  private ParameterMarkers(String sql, List<SqlToken> markers) {
    this.sql = sql;
    this.markers = markers;
    this.marked = marked(sql, markers);
  }

  /** Finds {@code ?}, {@code $name}, {@code :name} and {@code $1}. */
  public static ParameterMarkers of(String sql, LexicalRules rules) {
    return new ParameterMarkers(
        sql,
        Lexer.tokens(sql, rules).stream()
            .filter(token -> token.kind() == SqlToken.Kind.PARAMETER)
            .toList());
  }

  /**
   * The statement with {@code ?} at each, and their values.
   *
   * @throws AlidadeException PARAMETER_INVALID that names the value that is missing or too much
   */
  public BoundText bind(Parameters parameters) {
    return switch (parameters) {
      case Parameters.Positional(List<Object> values) -> positional(values);
      case Parameters.Named(Map<String, Object> values) -> named(values);
    };
  }

  private BoundText positional(List<Object> values) {
    List<Object> bound = new ArrayList<>();
    Set<Integer> used = new LinkedHashSet<>();
    for (SqlToken marker : markers) {
      String text = marker.text(sql);
      int index = text.equals("?") ? used.size() : number(marker);
      if (index >= values.size()) {
        throw invalid(
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
    return new BoundText(marked, bound);
  }

  private BoundText named(Map<String, Object> values) {
    List<Object> bound = new ArrayList<>();
    Set<String> used = new LinkedHashSet<>();
    for (SqlToken marker : markers) {
      String name = marker.text(sql).substring(1);
      if (name.isEmpty()) {
        throw invalid(marker, "The values have names, but this parameter has none; write $name");
      }
      if (!values.containsKey(name)) {
        throw invalid(
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
    return new BoundText(marked, bound);
  }

  private int number(SqlToken marker) {
    String digits = marker.text(sql).substring(1);
    if (marker.text(sql).startsWith("$") && digits.matches("[1-9][0-9]{0,3}")) {
      return Integer.parseInt(digits) - 1;
    }
    throw invalid(
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

  private AlidadeException invalid(SqlToken marker, String message) {
    return new AlidadeException(
        ErrorCode.PARAMETER_INVALID, message, Location.of(sql, marker.start()));
  }
}
