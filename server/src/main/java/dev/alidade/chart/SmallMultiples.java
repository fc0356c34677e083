package dev.alidade.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One small chart for each value of a column, all on the same scales. */
final class SmallMultiples {
  /** More charts than these are too small to read. */
  private static final int MOST = 24;

  private static final int MOST_COLUMNS = 4;
  private static final double GAP = 0.06;

  private static final Set<String> COLORED = Set.of("bar", "scatter", "histogram", "box", "violin");

  private SmallMultiples() {}

  static Figure draw(ChartSpec spec, ChartTable table) {
    ChartSpec single = spec.faceted(Optional.empty(), spec.frame());
    Map<String, ChartTable> parts = table.split(spec.facet());
    List<String> names = parts.keySet().stream().limit(MOST).toList();
    int columns = Math.min(MOST_COLUMNS, (int) Math.ceil(Math.sqrt(names.size())));
    int rows = (names.size() + columns - 1) / Math.max(1, columns);
    List<Part> traces = new ArrayList<>();
    List<String> series = new ArrayList<>();
    List<String> colors = spec.look().series();
    Part layout = new Part();
    List<Object> titles = new ArrayList<>();
    for (int at = 0; at < names.size(); at++) {
      Place place = Place.of(at, columns, rows);
      Figure figure = spec.kind().form().draw(single, parts.get(names.get(at)));
      placed(figure.data(), place, series, colors).forEach(traces::add);
      layout.and(placed(figure.layout(), place));
      titles.add(title(names.get(at), place));
    }
    if (parts.size() > names.size()) {
      titles.add(
          Part.of("text", "the first %d of %d".formatted(names.size(), parts.size()))
              .put("xref", "paper")
              .put("yref", "paper")
              .put("x", 1)
              .put("y", -0.1)
              .put("showarrow", false));
    }
    return Figure.of(traces, layout.put("annotations", titles));
  }

  private static List<Part> placed(
      List<Part> traces, Place place, List<String> series, List<String> colors) {
    List<Part> placed = new ArrayList<>();
    for (Part trace : traces) {
      Part one = new Part().and(trace);
      if (one.has("labels") || one.has("domain") || one.get("type").equals("indicator")) {
        one.put("domain.x", place.across()).put("domain.y", place.up());
      } else {
        one.put("xaxis", "x" + place.suffix()).put("yaxis", "y" + place.suffix());
      }
      // A series has one colour and one entry in the legend in all charts.
      String name = String.valueOf(trace.get("name"));
      one.put("legendgroup", name).put("showlegend", !series.contains(name));
      if (!series.contains(name)) {
        series.add(name);
      }
      String color = colors.get(series.indexOf(name) % colors.size());
      if (COLORED.contains(String.valueOf(one.get("type")))) {
        one.and(Part.of("marker.color", color));
      }
      if (one.get("type").equals("scatter")) {
        one.and(Part.of("line.color", color));
      }
      placed.add(one);
    }
    return placed;
  }

  private static Part placed(Part layout, Place place) {
    Part placed = new Part().and(layout);
    for (String axis : List.of("xaxis", "yaxis")) {
      if (!(layout.get(axis) instanceof Part part)) {
        continue;
      }
      boolean across = axis.equals("xaxis");
      String letter = across ? "x" : "y";
      Part own =
          new Part()
              .and(part)
              .put("domain", across ? place.across() : place.up())
              .put("anchor", (across ? "y" : "x") + place.suffix());
      if (!place.suffix().isEmpty()) {
        own.put("matches", letter);
      }
      placed.put(axis + place.suffix(), own);
    }
    return placed;
  }

  private static Part title(String name, Place place) {
    return Part.of("text", name)
        .put("xref", "paper")
        .put("yref", "paper")
        .put("x", (place.across().getFirst() + place.across().getLast()) / 2)
        .put("y", place.up().getLast())
        .put("yanchor", "bottom")
        .put("showarrow", false);
  }

  /** Where one of the charts stands, as shares of the whole. */
  private record Place(String suffix, List<Double> across, List<Double> up) {
    static Place of(int at, int columns, int rows) {
      double width = (1 - GAP * (columns - 1)) / columns;
      double height = (1 - 2 * GAP * (rows - 1)) / rows;
      double left = at % columns * (width + GAP);
      int row = at / columns;
      double top = 1 - row * (height + 2 * GAP);
      return new Place(
          at == 0 ? "" : String.valueOf(at + 1),
          List.of(rounded(left), rounded(left + width)),
          List.of(rounded(top - height), rounded(top)));
    }

    private static double rounded(double share) {
      return Math.round(Math.clamp(share, 0, 1) * 1e4) / 1e4;
    }
  }
}
