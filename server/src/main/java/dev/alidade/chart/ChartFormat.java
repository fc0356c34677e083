package dev.alidade.chart;

import java.util.Locale;
import java.util.Optional;

/** How a chart is handed over. */
public enum ChartFormat {
  PLOTLY(""),
  VEGA_LITE(""),
  SVG("image/svg+xml"),
  HTML("text/html"),
  PNG("image/png"),
  PDF("application/pdf");

  private final String mediaType;

  ChartFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The type of its file; empty for data that is drawn elsewhere. */
  Optional<String> mediaType() {
    return Optional.of(mediaType).filter(type -> !type.isEmpty());
  }

  String extension() {
    return name().toLowerCase(Locale.ROOT);
  }
}
