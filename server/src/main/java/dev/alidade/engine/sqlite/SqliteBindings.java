package dev.alidade.engine.sqlite;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.engine.Parameters;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Binds values to the places of a statement, numbered as the engine numbers them. */
final class SqliteBindings {
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  /** The name of each place, from 1; a place without a name has its number. */
  private final Map<Integer, String> places;

  private SqliteBindings(Map<Integer, String> places) {
    this.places = places;
  }

  static SqliteBindings of(List<SqliteToken> tokens) {
    Map<Integer, String> places = new TreeMap<>();
    int last = 0;
    for (SqliteToken token : tokens) {
      if (token.kind() != SqliteToken.Kind.VARIABLE) {
        continue;
      }
      String text = token.text();
      if (text.equals("?")) {
        places.put(++last, String.valueOf(last));
      } else if (text.startsWith("?")) {
        int number = Integer.parseInt(text.substring(1));
        last = Math.max(last, number);
        places.putIfAbsent(number, String.valueOf(number));
      } else if (!places.containsValue(text)) {
        places.put(++last, text);
      }
    }
    return new SqliteBindings(places);
  }

  void bind(PreparedStatement statement, Parameters parameters) throws SQLException {
    List<Object> values =
        switch (parameters) {
          case Parameters.Positional positional -> positional(positional.values());
          case Parameters.Named named -> named(named.values());
        };
    for (int index = 0; index < values.size(); index++) {
      set(statement, index + 1, values.get(index));
    }
  }

  private List<Object> positional(List<Object> values) {
    int needed = places.keySet().stream().max(Integer::compare).orElse(0);
    if (values.size() != needed) {
      throw new AlidadeException(
          ErrorCode.PARAMETER_INVALID,
          "The statement has %d parameters, but %d values were given; give one for each"
              .formatted(needed, values.size()));
    }
    return values;
  }

  private List<Object> named(Map<String, Object> values) {
    List<String> names = places.values().stream().map(SqliteBindings::bare).toList();
    for (String given : values.keySet()) {
      if (!names.contains(given)) {
        throw new AlidadeException(
            ErrorCode.PARAMETER_INVALID,
            "The statement has no parameter `%s`%s".formatted(given, Nearest.hint(given, names)));
      }
    }
    int needed = places.keySet().stream().max(Integer::compare).orElse(0);
    List<Object> ordered = new ArrayList<>();
    for (int place = 1; place <= needed; place++) {
      String name = bare(places.getOrDefault(place, String.valueOf(place)));
      if (!values.containsKey(name)) {
        throw new AlidadeException(
            ErrorCode.PARAMETER_INVALID,
            "The parameter `%s` has no value; give one".formatted(name));
      }
      ordered.add(values.get(name));
    }
    return ordered;
  }

  private static String bare(String name) {
    return Character.isDigit(name.charAt(0)) ? name : name.substring(1);
  }

  private static void set(PreparedStatement statement, int place, Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setObject(place, null);
      case Boolean truth -> statement.setInt(place, truth ? 1 : 0);
      case Long whole -> statement.setLong(place, whole);
      case Double real -> statement.setDouble(place, real);
      case BigDecimal exact when isWholeLong(exact) ->
          statement.setLong(place, exact.longValueExact());
      case BigDecimal exact -> statement.setDouble(place, exact.doubleValue());
      case byte[] bytes -> statement.setBytes(place, bytes);
      // Its own text leaves seconds out where they are zero.
      case LocalTime time ->
          statement.setString(place, DateTimeFormatter.ISO_LOCAL_TIME.format(time));
      case LocalDateTime time -> statement.setString(place, TIMESTAMP.format(time));
      case OffsetDateTime moment ->
          statement.setString(place, TIMESTAMP.format(moment) + moment.getOffset());
      default -> statement.setString(place, value.toString());
    }
  }

  private static boolean isWholeLong(BigDecimal exact) {
    return exact.stripTrailingZeros().scale() <= 0
        && exact.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
  }
}
