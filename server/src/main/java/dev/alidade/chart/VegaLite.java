package dev.alidade.chart;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.query.ColumnLabel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes a chart as a Vega-Lite specification, for the kinds that its grammar has. */
final class VegaLite {
  private static final String SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json";
  private static final String KEY = "measure";
  private static final String VALUE = "value";

  private final ChartSpec spec;
  private final ChartTable table;

  private VegaLite(ChartSpec spec, ChartTable table) {
    this.spec = spec;
    this.table = table;
  }

  /** Fails with NOT_SUPPORTED where Vega-Lite has no such mark. */
  static Part of(ChartSpec spec, List<ColumnLabel> columns, List<List<Object>> rows) {
    VegaLite chart = new VegaLite(spec, new ChartTable(columns, rows));
    Part whole =
        Part.of("$schema", SCHEMA)
            .put("title", spec.title())
            .put("data", Part.of("values", values(columns, rows)))
            .put("mark", chart.mark());
    if (chart.isFolded()) {
      whole.put(
          "transform",
          List.of(
              Part.of("fold", spec.y().stream().map(ChartSpec.Axis::column).toList())
                  .put("as", List.of(KEY, VALUE))));
    }
    return whole.put("encoding", chart.encoding());
  }

  private static List<Map<String, Object>> values(
      List<ColumnLabel> columns, List<List<Object>> rows) {
    List<Map<String, Object>> values = new ArrayList<>();
    for (List<Object> row : rows) {
      Map<String, Object> value = new LinkedHashMap<>();
      for (int at = 0; at < columns.size(); at++) {
        value.put(columns.get(at).name(), row.get(at));
      }
      values.add(value);
    }
    return values;
  }

  private Part mark() {
    Optional<Part> mark =
        switch (spec.kind()) {
          case BAR, HISTOGRAM -> Optional.of(Part.of("type", "bar"));
          case LINE -> Optional.of(Part.of("type", "line").put("point", true));
          case STEP -> Optional.of(Part.of("type", "line").put("interpolate", "step-after"));
          case AREA -> Optional.of(Part.of("type", "area"));
          case SCATTER, BUBBLE -> Optional.of(Part.of("type", "point").put("filled", true));
          case PIE -> Optional.of(Part.of("type", "arc"));
          case DONUT -> Optional.of(Part.of("type", "arc").put("innerRadius", 60));
          case BOX -> Optional.of(Part.of("type", "boxplot"));
          case HEATMAP -> Optional.of(Part.of("type", "rect"));
          case ChartKind other -> Optional.empty();
        };
    return mark.orElseThrow(
            () ->
                new AlidadeException(
                    ErrorCode.NOT_SUPPORTED,
                    "Vega-Lite has no chart of kind `%s`; ask for plotly, or for another kind"
                        .formatted(spec.kind().name().toLowerCase(Locale.ROOT))))
        .put("tooltip", true);
  }

  /** Several measures share an axis only where each is a row of its own. */
  private boolean isFolded() {
    return spec.y().size() > 1 && spec.kind() != ChartKind.HEATMAP;
  }

  private Part encoding() {
    return switch (spec.kind()) {
      case PIE, DONUT ->
          Part.of("theta", field(spec.measure(), "quantitative"))
              .and(Part.of("color", field(spec.x().orElseThrow(), "nominal")));
      case HISTOGRAM ->
          Part.of("x", field(spec.measure(), "quantitative").put("bin", true))
              .put("y", Part.of("aggregate", "count").put("type", "quantitative"));
      case ChartKind other -> straight();
    };
  }

  private Part straight() {
    Part encoding = new Part();
    spec.x().ifPresent(x -> encoding.put("x", along(x)));
    encoding.put("y", isFolded() ? folded() : measure());
    if (isFolded()) {
      encoding.put("color", Part.of("field", KEY).put("type", "nominal"));
    }
    spec.series().ifPresent(series -> encoding.put("color", field(series, "nominal")));
    spec.size().ifPresent(size -> encoding.put("size", field(size, "quantitative")));
    spec.z().ifPresent(z -> encoding.put("color", field(z, "quantitative")));
    spec.facet().ifPresent(facet -> encoding.put("facet", field(facet, "nominal")));
    return encoding;
  }

  private Part along(ChartSpec.Axis x) {
    Part axis = field(x, type(x));
    return type(x).equals("nominal") ? axis.put("sort", order()) : axis;
  }

  /** In the order of the rows unless said. */
  private Object order() {
    if (spec.look().sort().isEmpty()) {
      return spec.x().map(x -> List.copyOf(new LinkedHashSet<>(table.texts(x)))).orElse(List.of());
    }
    return switch (spec.look().sort().get()) {
      case ASCENDING -> "y";
      case DESCENDING -> "-y";
      case NAME -> "ascending";
      case NAME_DESCENDING -> "descending";
    };
  }

  private Part measure() {
    ChartSpec.Axis axis = spec.measure();
    return stacked(field(axis, spec.kind() == ChartKind.HEATMAP ? type(axis) : "quantitative"));
  }

  private Part folded() {
    return stacked(Part.of("field", VALUE).put("type", "quantitative"));
  }

  private Part stacked(Part axis) {
    if (spec.look().arrangement().equals(Optional.of(ChartStyle.Arrangement.PERCENT))) {
      axis.put("stack", "normalize");
    }
    return axis;
  }

  private String type(ChartSpec.Axis axis) {
    return switch (table.axisType(axis)) {
      case "date" -> "temporal";
      case "linear" -> spec.kind() == ChartKind.BAR ? "ordinal" : "quantitative";
      default -> "nominal";
    };
  }

  private static Part field(ChartSpec.Axis axis, String type) {
    // Dots and brackets in a name would be read as a way into it.
    String name = axis.column().replaceAll("([\\\\.\\[\\]])", "\\\\$1");
    return Part.of("field", name).put("type", type).put("title", axis.label());
  }
}
