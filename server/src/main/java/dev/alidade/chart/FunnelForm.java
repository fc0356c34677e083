package dev.alidade.chart;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A funnel: how many are left at each stage. */
final class FunnelForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("funnel");
  }

  @Override
  public String wants() {
    return "names of stages, and a number for each that is not below zero";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.FLOW);
  }

  @Override
  public Optional<Fit> fit(Shape shape) {
    return Places.of(shape)
        .filter(places -> !shape.isNegative(places.measures().getFirst()))
        .map(
            places ->
                new Fit(
                    places.single(),
                    places.x().toLowerCase(Locale.ROOT).matches(".*(stage|step|phase)")
                        ? 0.85
                        : 0.1,
                    "A funnel shows how many are left at each stage"));
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    Part trace =
        Part.of("type", "funnel")
            .put("y", spec.x().map(table::texts).orElse(List.of()))
            .put("x", table.numbers(spec.measure()))
            .put("textinfo", "value+percent initial");
    Theme theme = spec.look().theme().orElse(Theme.LIGHT);
    return Figure.of(
        List.of(trace),
        // The stages say what they are; a name beside them would stand on theirs.
        Part.of("yaxis", theme.axis("")).put("yaxis.type", "category"));
  }
}
