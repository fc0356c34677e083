package dev.alidade.engine.duckdb.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The reviewed list of functions that a statement may call. */
final class AllowedFunctions {
  /** Where a function is called. */
  enum Place {
    SCALAR,
    AGGREGATE,
    WINDOW,
    TABLE
  }

  private static final AllowedFunctions REVIEWED = read("/dev/alidade/engine/duckdb/functions.txt");

  private final Map<Place, Set<String>> names;

  private AllowedFunctions(Map<Place, Set<String>> names) {
    this.names = names;
  }

  static AllowedFunctions reviewed() {
    return REVIEWED;
  }

  /** Whether it may be called in an expression; letter case aside, as DuckDB does. */
  boolean inExpression(String function) {
    String name = function.toLowerCase(Locale.ROOT);
    return in(Place.SCALAR).contains(name)
        || in(Place.AGGREGATE).contains(name)
        || in(Place.WINDOW).contains(name);
  }

  /** Whether it may stand in FROM. */
  boolean asTable(String function) {
    return in(Place.TABLE).contains(function.toLowerCase(Locale.ROOT));
  }

  Set<String> in(Place place) {
    return names.get(place);
  }

  private static AllowedFunctions read(String resource) {
    Map<Place, Set<String>> names = new EnumMap<>(Place.class);
    for (Place place : Place.values()) {
      names.put(place, new TreeSet<>());
    }
    Place place = Place.SCALAR;
    for (String line : lines(resource)) {
      if (line.startsWith("#") || line.isBlank()) {
        continue;
      }
      if (line.startsWith("[")) {
        place = Place.valueOf(line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT));
        continue;
      }
      for (String name : line.strip().split("\\s+", -1)) {
        names.get(place).add(name.toLowerCase(Locale.ROOT));
      }
    }
    return new AllowedFunctions(names);
  }

  private static String[] lines(String resource) {
    try (InputStream stream = AllowedFunctions.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\\R", -1);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
