package dev.alidade.chart;

import java.util.List;
import java.util.Optional;

/** What maps share: shapes that the drawing library brings, and no tile server. */
final class Geography {
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
  static Part layout() {
    return Part.of("geo.fitbounds", "locations")
        .put("geo.showcountries", true)
        .put("geo.showland", true)
        .put("geo.landcolor", "#eeeae2")
        .put("geo.countrycolor", "#c9c3b6")
        .put("geo.showframe", false)
        .put("geo.projection.type", "natural earth");
  }
}
