package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One kind of chart: what it needs, when it fits, and how it is drawn. */
interface ChartForm {
  /** What people call it; a name that is a common word stands with "chart" behind it. */
  List<String> names();

  /** What a result must have to be drawn so, in words that follow "it needs". */
  String wants();

  /** What it shows well. */
  Set<Purpose> serves();

  /** What a spec of it must say. */
  default Needs needs() {
    return Needs.PLACE_AND_MEASURE;
  }

  /** How it would show a result of this shape; empty where it cannot. */
  Optional<Fit> fit(Shape shape);

  /** The chart as Plotly draws it, from data alone. */
  Figure draw(ChartSpec spec, ChartTable table);
}
