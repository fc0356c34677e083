package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A map of hexagons: how many points, or how much, each holds. */
final class HexbinsForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("hexbin", "hex bins", "hexagons", "hexbin map");
  }

  @Override
  public String wants() {
    return "columns named latitude and longitude";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.PLACE, Purpose.DISTRIBUTION);
  }

  private static final int MANY = 200;

  @Override
  public Optional<Fit> fit(Shape shape) {
    return Geography.places(shape)
        .map(
            places ->
                new Fit(
                    places.size(Geography.measure(shape)),
                    shape.rows() > MANY ? 0.95 : 0.2,
                    "Hexagons show where many points gather"));
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    double[] weights = new double[table.size()];
    for (int row = 0; row < weights.length; row++) {
      weights[row] = 1;
    }
    Hexagons hexagons =
        Hexagons.of(
            table.doubles(spec.x().orElse(spec.measure())),
            table.doubles(spec.measure()),
            spec.size().map(table::doubles).orElse(weights));
    Part trace =
        Part.of("type", "choropleth")
            .put("geojson", hexagons.geojson())
            .put("locations", hexagons.ids())
            .put("z", hexagons.sums())
            .put("colorscale", Theme.SEQUENCE)
            .put("marker.opacity", 0.75)
            .put(
                "colorbar.title.text",
                spec.size().map(size -> ChartTable.plain(size.label())).orElse("rows"));
    return Figure.of(List.of(trace), Geography.layout(spec));
  }
}
