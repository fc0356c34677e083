package dev.alidade.chart;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A map of countries or states, coloured by a measure. */
final class ChoroplethForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("choropleth", "country map", "map of countries");
  }

  @Override
  public String wants() {
    return "a column named country or state, and a number for each";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.PLACE);
  }

  private static final int COUNTRY_CODE = 3;
  private static final int STATE_CODE = 2;
  private static final int FINE = 50;

  @Override
  public Optional<Fit> fit(Shape shape) {
    Optional<String> country = shape.meaning(Trait.Meaning.COUNTRY);
    Optional<String> place = country.or(() -> shape.meaning(Trait.Meaning.REGION));
    if (place.isEmpty() || shape.measures().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Fit(
            Encoding.of(place.get(), shape.measures().getFirst()),
            0.4,
            "Colours on a map show how much is in each country or state"));
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    List<String> given = spec.x().map(table::texts).orElse(List.of());
    boolean states = areCodes(given, STATE_CODE) && !isCountry(spec, given);
    List<String> places =
        states
            ? given
            : given.stream().map(place -> Countries.ofTwoLetters(place).orElse(place)).toList();
    Part trace =
        Part.of("type", "choropleth")
            .put("locationmode", states ? "USA-states" : mode(places))
            .put("locations", places)
            .put("z", table.numbers(spec.measure()))
            .put("colorscale", Theme.SEQUENCE)
            .put("marker.line.color", spec.look().theme().orElse(Theme.LIGHT).surface())
            .put("marker.line.width", 0.5)
            .put("colorbar.title.text", ChartTable.plain(spec.measure().label()));
    Part layout = Geography.layout(spec);
    if (states) {
      layout.put("geo.scope", "usa").put("geo.projection.type", "albers usa");
    } else if (Countries.anySmall(places)) {
      layout.put("geo.resolution", FINE);
    }
    return Figure.of(List.of(trace), layout);
  }

  /** Many codes of countries are codes of states too; the column's name decides. */
  private static boolean isCountry(ChartSpec spec, List<String> places) {
    boolean named =
        spec.x()
            .map(x -> Trait.Meaning.COUNTRY.isCalled(x.column().toLowerCase(Locale.ROOT)))
            .orElse(false);
    return named && places.stream().allMatch(place -> Countries.ofTwoLetters(place).isPresent());
  }

  private static String mode(List<String> places) {
    return areCodes(places, COUNTRY_CODE) ? "ISO-3" : "country names";
  }

  private static boolean areCodes(List<String> places, int length) {
    return !places.isEmpty()
        && places.stream().allMatch(place -> place.matches("[A-Z]{" + length + "}"));
  }
}
