package dev.alidade.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.alidade.base.Sha256;
import dev.alidade.operation.Json;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A figure as one page that works without a network. What comes from rows stands in it as data that
 * the browser does not run: the page's policy names the only two scripts by their hashes.
 */
final class FigurePage {
  /** Comes true once it is drawn. */
  static final String READY = "window.drawn";

  private static final String DRAW =
      """
      "use strict";
      (() => {
        const read = (id) => JSON.parse(document.getElementById(id).textContent);
        const { figure, still } = read("chart-data");
        window.PlotlyGeoAssets.topojson = read("chart-outlines");
        // Not `staticPlot`: it draws nothing that has depth.
        const config = { displaylogo: false, displayModeBar: still ? false : "hover", responsive: !still, ...figure.config };
        const chart = document.getElementById("chart");
        const frame = () => new Promise((next) => requestAnimationFrame(next));
        // What has depth is drawn two frames later.
        window.drawn = Plotly.newPlot(chart, { ...figure, config }).then(frame).then(frame).then(() => true);
      })();
      """;

  private FigurePage() {}

  /** To be kept: it can be pointed at, zoomed and played. */
  static String kept(Figure figure, ChartSpec spec, String alt) {
    return page(figure, spec, alt, false);
  }

  /** To be photographed. */
  static String still(Figure figure, ChartSpec spec, String alt) {
    return page(figure, spec, alt, true);
  }

  private static String page(Figure figure, ChartSpec spec, String alt, boolean still) {
    String library = DrawingLibrary.script();
    String policy =
        "default-src 'none'; script-src %s %s; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'"
            .formatted(hash(library), hash(DRAW));
    String title = SvgCanvas.escaped(spec.title().isBlank() ? "Chart" : spec.title());
    return String.join(
        "\n",
        "<!doctype html>",
        "<html lang=\"en\">",
        "<head>",
        "<meta charset=\"utf-8\">",
        "<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">".formatted(policy),
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        "<title>%s</title>".formatted(title),
        "<style>html, body, #chart { margin: 0; width: 100%%; height: 100%%; background: %s }</style>"
            .formatted(spec.look().theme().orElse(Theme.LIGHT).surface()),
        "</head>",
        "<body>",
        "<div id=\"chart\" role=\"img\" aria-label=\"%s\"></div>".formatted(SvgCanvas.escaped(alt)),
        "<noscript>%s</noscript>".formatted(SvgCanvas.escaped(alt)),
        data("chart-data", json(Map.of("figure", figure, "still", still))),
        data("chart-outlines", outlines(figure)),
        "<script>" + library + "</script>",
        "<script>" + DRAW + "</script>",
        "</body>",
        "</html>",
        "");
  }

  private static String data(String id, String json) {
    // No value can end the element: its only way out begins with <.
    return "<script type=\"application/json\" id=\"%s\">%s</script>"
        .formatted(id, json.replace("<", "\\u003c"));
  }

  private static String outlines(Figure figure) {
    List<String> all = new ArrayList<>();
    for (String name : Geography.outlines(figure.layout())) {
      all.add("\"%s\":%s".formatted(name, DrawingLibrary.outlines(name)));
    }
    return "{" + String.join(",", all) + "}";
  }

  private static String json(Object value) {
    try {
      return Json.mapper().writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String hash(String script) {
    return "'sha256-%s'".formatted(Base64.getEncoder().encodeToString(Sha256.of(script)));
  }
}
