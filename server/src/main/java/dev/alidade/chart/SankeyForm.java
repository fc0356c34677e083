package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A Sankey diagram: how much goes from where to where. */
final class SankeyForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("sankey", "flow chart", "flow diagram");
  }

  @Override
  public String wants() {
    return "two columns of names, from where and to where, and how much";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.FLOW);
  }

  @Override
  public Needs needs() {
    return new Needs(false, 1, 2);
  }

  @Override
  public Optional<Fit> fit(Shape shape) {
    List<String> measures = shape.measures();
    if (measures.isEmpty() || shape.isNegative(measures.getFirst())) {
      return Optional.empty();
    }
    return Links.path(shape)
        .map(
            path ->
                new Fit(
                    Encoding.ofPath(path, measures.subList(0, 1)),
                    Links.areNamed(shape) ? 0.9 : 0.1,
                    "Bands show how much goes from where to where"));
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    Links links = Links.of(spec, table, true);
    Part trace =
        Part.of("type", "sankey")
            .put("node.label", links.nodes())
            .put("node.color", colors(links.nodes(), spec.look().series()))
            .put("node.pad", 14)
            .put("node.thickness", 16)
            .put("link.source", links.sources())
            .put("link.target", links.targets())
            .put("link.value", links.values());
    return Figure.of(List.of(trace), new Part());
  }

  /** What is a start here and an end there has one colour. */
  private static List<String> colors(List<String> nodes, List<String> palette) {
    List<String> names = nodes.stream().distinct().toList();
    return nodes.stream().map(name -> palette.get(names.indexOf(name) % palette.size())).toList();
  }
}
