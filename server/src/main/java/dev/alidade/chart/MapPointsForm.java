package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A map of points. */
final class MapPointsForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("map", "point map", "map of points");
  }

  @Override
  public String wants() {
    return "columns named latitude and longitude";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.PLACE);
  }

  @Override
  public Optional<Fit> fit(Shape shape) {
    return Geography.places(shape)
        .map(
            places ->
                new Fit(
                    places.series(
                        shape.categories().stream()
                            .filter(name -> shape.distinct(name) <= Places.MOST_SERIES)
                            .findFirst()),
                    0.9,
                    "A map shows where things are"));
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    List<Part> traces =
        table.split(spec.series()).entrySet().stream()
            .map(
                part ->
                    Geography.points(spec, part.getValue())
                        .put("name", part.getKey())
                        .put("marker.size", 7))
            .toList();
    return Figure.of(traces, Geography.layout(spec).put("showlegend", spec.series().isPresent()));
  }
}
