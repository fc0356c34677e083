package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A heatmap: a measure for each pair of names. */
final class HeatmapForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("heatmap", "heat map", "matrix");
  }

  @Override
  public String wants() {
    return "two columns of names or times, and a number for each pair";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.COMPARISON, Purpose.RELATION);
  }

  @Override
  public Optional<Fit> fit(Shape shape) {
    return Grid.encoding(shape)
        .map(
            encoding ->
                new Fit(encoding, score(shape), "Colours show a measure for each pair of names"));
  }

  private static double score(Shape shape) {
    List<String> places = shape.places();
    boolean wide =
        places.size() == 2
            && shape.measures().size() == 1
            && shape.distinct(places.getFirst()) > 5
            && shape.distinct(places.getLast()) > Places.MOST_SERIES / 2;
    return wide && shape.times().isEmpty() ? 0.82 : 0.3;
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    Part trace = Grid.of(spec, table).into(Grid.colored("heatmap", spec));
    return Figure.of(List.of(trace.put("hoverongaps", false)), Grid.layout(spec, table));
  }
}
