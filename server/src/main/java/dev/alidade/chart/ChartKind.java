package dev.alidade.chart;

/** The charts that a result can be shown as; where two fit as well, the first is taken. */
public enum ChartKind {
  BAR(new BarForm()),
  LINE(new LineForm()),
  SCATTER(new ScatterForm()),
  PIE(new PieForm()),
  NUMBER(new NumberForm()),
  AREA(new AreaForm()),
  STEP(new StepForm()),
  BUBBLE(new BubbleForm()),
  DONUT(new DonutForm()),
  HISTOGRAM(new HistogramForm()),
  BOX(new BoxForm()),
  VIOLIN(new ViolinForm()),
  HEATMAP(new HeatmapForm()),
  CALENDAR(new CalendarForm()),
  TREEMAP(new TreemapForm()),
  SUNBURST(new SunburstForm()),
  ICICLE(new IcicleForm()),
  SANKEY(new SankeyForm()),
  NETWORK(new NetworkForm()),
  FUNNEL(new FunnelForm()),
  WATERFALL(new WaterfallForm()),
  GANTT(new GanttForm()),
  CANDLESTICK(new CandlestickForm()),
  GAUGE(new GaugeForm()),
  RADAR(new RadarForm()),
  PARALLEL(new ParallelForm()),
  DENSITY(new DensityForm()),
  CONTOUR(new ContourForm()),
  SCATTER_3D(new Scatter3dForm()),
  LINE_3D(new Line3dForm()),
  SURFACE(new SurfaceForm()),
  MAP_POINTS(new MapPointsForm()),
  MAP_BUBBLES(new MapBubblesForm()),
  CHOROPLETH(new ChoroplethForm()),
  GEOJSON(new GeojsonForm()),
  HEXBINS(new HexbinsForm());

  // Forms hold nothing that could change.
  @SuppressWarnings("ImmutableEnumChecker")
  private final ChartForm form;

  ChartKind(ChartForm form) {
    this.form = form;
  }

  ChartForm form() {
    return form;
  }

  /** What people call it. */
  public String words() {
    return form.names().getFirst();
  }
}
