package dev.alidade.chart.template;

import dev.alidade.chart.ChartStyle;
import dev.alidade.chart.Theme;
import dev.alidade.operation.Description;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Colours for charts that somebody named for all to use. */
public record ChartTemplate(
    String name,
    @Description("The ground that the colours are for; light unless given") Optional<Theme> theme,
    @Description("The colours of the series, as #rrggbb, the first first") List<String> colors,
    String savedBy) {
  public ChartTemplate {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(theme, "theme");
    colors = ChartStyle.checkedColors(colors);
    Objects.requireNonNull(savedBy, "savedBy");
  }
}
