package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What maps share: outlines that come with the pages, and no tile server. A page fetches them from
 * {@code maps/}, beside itself; a figure that is kept as a file holds those that it shows.
 */
final class Geography {
  private static final String WORLD = "world";
  private static final int COARSE = 110;

  private Geography() {}

  /** Longitude and latitude, where the result has both. */
  static Optional<Encoding> places(Shape shape) {
    Optional<String> longitude = shape.meaning(Trait.Meaning.LONGITUDE);
    Optional<String> latitude = shape.meaning(Trait.Meaning.LATITUDE);
    return longitude.isEmpty() || latitude.isEmpty()
        ? Optional.empty()
        : Optional.of(Encoding.of(longitude.get(), latitude.get()));
  }

  /** The first measure that is no place. */
  static Optional<String> measure(Shape shape) {
    return shape.measures().stream()
        .filter(
            name ->
                shape
                    .trait(name)
                    .map(
                        trait ->
                            trait.meaning() != Trait.Meaning.LATITUDE
                                && trait.meaning() != Trait.Meaning.LONGITUDE)
                    .orElse(true))
        .findFirst();
  }

  static Part points(ChartSpec spec, ChartTable table) {
    return Part.of("type", "scattergeo")
        .put("mode", "markers")
        .put("lon", spec.x().map(table::numbers).orElse(List.of()))
        .put("lat", table.numbers(spec.measure()));
  }

  /** The outlines of countries, as near as the marks allow. */
  static Part layout(ChartSpec spec) {
    Theme theme = spec.look().theme().orElse(Theme.LIGHT);
    return Part.of("geo.fitbounds", "locations")
        .put("geo.showcountries", true)
        .put("geo.showland", true)
        .put("geo.landcolor", theme.land())
        .put("geo.countrycolor", theme.border())
        .put("geo.coastlinecolor", theme.border())
        .put("geo.bgcolor", theme.surface())
        .put("geo.showframe", false)
        .put("margin.l", 16)
        .put("margin.r", 16)
        .put("margin.b", 16)
        .put("geo.projection.type", "natural earth");
  }

  /** Plotly's names of the outlines that a layout's maps ask for, also where they show none. */
  static Set<String> outlines(Part layout) {
    Set<String> names = new TreeSet<>();
    layout
        .json()
        .forEach(
            (key, value) -> {
              if (key.startsWith("geo") && value instanceof Part map) {
                names.add(
                    "%s_%sm"
                        .formatted(
                            map.has("scope") ? map.get("scope") : WORLD,
                            map.has("resolution") ? map.get("resolution") : COARSE));
              }
            });
    return names;
  }
}
