package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A map of bubbles, whose size is a measure. */
final class MapBubblesForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("bubble map", "map of bubbles");
  }

  @Override
  public String wants() {
    return "columns named latitude and longitude, and a number that is not below zero";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.PLACE);
  }

  private static final double LARGEST = 40;

  @Override
  public Optional<Fit> fit(Shape shape) {
    Optional<String> measure = Geography.measure(shape).filter(name -> !shape.isNegative(name));
    return Geography.places(shape)
        .filter(places -> measure.isPresent())
        .map(
            places ->
                new Fit(places.size(measure), 0.93, "Bubbles on a map show how much is where"));
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    ChartSpec.Axis size = spec.size().orElse(spec.measure());
    double most = Math.max(Bubbles.largest(table, size), Double.MIN_NORMAL);
    Part trace = Geography.points(spec, table).and(Bubbles.marker(table, size, most, LARGEST));
    return Figure.of(List.of(trace), Geography.layout(spec));
  }
}
