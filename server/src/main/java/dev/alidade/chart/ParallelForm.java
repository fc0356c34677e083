package dev.alidade.chart;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parallel coordinates: many measures of many rows, a line for each row. */
final class ParallelForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("parallel", "parallel coordinates", "parcoords");
  }

  @Override
  public String wants() {
    return "at least three numbers a row";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.RELATION);
  }

  @Override
  public Needs needs() {
    return new Needs(false, 2, 0);
  }

  @Override
  public Optional<Fit> fit(Shape shape) {
    if (shape.measures().size() < 3) {
      return Optional.empty();
    }
    return Optional.of(
        new Fit(
            Encoding.of(shape.measures())
                .series(
                    shape.categories().stream()
                        .filter(name -> shape.distinct(name) <= Places.MOST_SERIES)
                        .findFirst()),
            shape.measures().size() >= 4 && shape.rows() >= Samples.FEWEST ? 0.6 : 0.15,
            "Lines across many scales show which rows are alike"));
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    List<Part> scales = new ArrayList<>();
    spec.y()
        .forEach(
            axis ->
                scales.add(
                    Part.of("label", ChartTable.plain(axis.label()))
                        .put("values", table.numbers(axis))));
    Part trace = Part.of("type", "parcoords").put("dimensions", scales);
    spec.series()
        .ifPresent(
            series -> {
              List<String> names = table.texts(series);
              List<String> distinct = List.copyOf(new LinkedHashSet<>(names));
              trace
                  .put("line.color", names.stream().map(distinct::indexOf).toList())
                  .put("line.colorscale", Theme.SEQUENCE);
            });
    // The names of the scales stand above them.
    return Figure.of(
        List.of(trace), Part.of("margin.t", 104).put("margin.l", 72).put("margin.r", 72));
  }
}
