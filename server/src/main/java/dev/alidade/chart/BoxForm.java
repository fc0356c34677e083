package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Boxes: quartiles and outliers of a measure, by group. */
final class BoxForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("box", "boxplot", "box plot", "box and whisker");
  }

  @Override
  public String wants() {
    return "several numbers for each name";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.DISTRIBUTION);
  }

  @Override
  public Needs needs() {
    return Needs.MEASURE;
  }

  @Override
  public Optional<Fit> fit(Shape shape) {
    return Samples.of(shape)
        .map(
            encoding ->
                new Fit(
                    encoding,
                    Samples.areMany(shape, encoding) && encoding.x().isPresent() ? 0.85 : 0.1,
                    "Boxes compare how values are spread"));
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    return Samples.draw(
        spec, table, Part.of("type", "box").put("boxpoints", "outliers").put("boxmean", true));
  }
}
