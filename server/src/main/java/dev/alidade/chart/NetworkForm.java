package dev.alidade.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A network: what is linked with what. */
final class NetworkForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("network", "network graph", "node link");
  }

  @Override
  public String wants() {
    return "two columns of names that are linked";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.FLOW, Purpose.RELATION);
  }

  @Override
  public Needs needs() {
    return new Needs(false, 0, 2);
  }

  @Override
  public Optional<Fit> fit(Shape shape) {
    return Links.path(shape)
        .map(
            path ->
                new Fit(
                    Encoding.ofPath(
                        path.subList(0, 2), shape.measures().stream().limit(1).toList()),
                    Links.areNamed(shape) ? (shape.measures().isEmpty() ? 0.85 : 0.5) : 0.05,
                    "Lines show what is linked with what"));
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    Links links = Links.of(spec, table, false);
    Springs.Places places = Springs.settle(links);
    List<Object> xs = new ArrayList<>();
    List<Object> ys = new ArrayList<>();
    for (int link = 0; link < links.sources().size(); link++) {
      for (int node : List.of(links.sources().get(link), links.targets().get(link))) {
        xs.add(places.x(node));
        ys.add(places.y(node));
      }
      xs.add(null);
      ys.add(null);
    }
    Part lines =
        Part.of("type", "scatter")
            .put("mode", "lines")
            .put("x", xs)
            .put("y", ys)
            .put("line.width", 1)
            .put("line.color", "#9a958c")
            .put("hoverinfo", "skip");
    Part nodes =
        Part.of("type", "scatter")
            .put("mode", "markers+text")
            .put("x", places.xs())
            .put("y", places.ys())
            .put("text", links.nodes())
            .put("textposition", "top center")
            .put("marker.size", 12)
            .put("hoverinfo", "text");
    Part layout = Part.of("showlegend", false);
    for (String axis : List.of("xaxis", "yaxis")) {
      layout.put(axis + ".visible", false);
    }
    return Figure.of(List.of(lines, nodes), layout);
  }
}
