package dev.alidade.chart;

/** How a chart is handed over. */
public enum ChartFormat {
  PLOTLY,
  VEGA_LITE,
  SVG
}
