package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Violins: the shape of a measure's distribution, by group. */
final class ViolinForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("violin", "violin plot");
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
        // Few people read them, so nobody gets one unasked.
        .map(
            encoding ->
                new Fit(
                    encoding,
                    Samples.areMany(shape, encoding) ? 0.45 : 0.1,
                    "Violins show where values gather"));
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    return Samples.draw(
        spec,
        table,
        Part.of("type", "violin").put("box.visible", true).put("meanline.visible", true));
  }
}
