package dev.alidade.chart;

import java.util.List;
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
    List<String> places = spec.x().map(table::texts).orElse(List.of());
    Part trace =
        Part.of("type", "choropleth")
            .put("locationmode", mode(places))
            .put("locations", places)
            .put("z", table.numbers(spec.measure()))
            .put("colorscale", Theme.SEQUENCE)
            .put("colorbar.title.text", ChartTable.plain(spec.measure().label()));
    Part layout = Geography.layout();
    if (mode(places).equals("USA-states")) {
      layout.put("geo.scope", "usa").put("geo.projection.type", "albers usa");
    }
    return Figure.of(List.of(trace), layout);
  }

  private static String mode(List<String> places) {
    if (areCodes(places, STATE_CODE)) {
      return "USA-states";
    }
    return areCodes(places, COUNTRY_CODE) ? "ISO-3" : "country names";
  }

  private static boolean areCodes(List<String> places, int length) {
    return !places.isEmpty()
        && places.stream().allMatch(place -> place.matches("[A-Z]{" + length + "}"));
  }
}
