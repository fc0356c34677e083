package dev.alidade.chart.template;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.chart.ChartStyle;
import dev.alidade.chart.Theme;
import dev.alidade.operation.Description;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What {@code save_chart_template} takes. */
public record SaveTemplateInput(
    @Description("What to call it, up to 60 characters; your own one of that name is replaced")
        String name,
    @Description("The colours of the series, as #rrggbb, 1 to 12 of them") List<String> colors,
    @Description("The ground that the colours are for; light unless given") Optional<Theme> theme) {
  private static final int LONGEST = 60;

  public SaveTemplateInput {
    name = name.strip();
    if (name.isEmpty() || name.length() > LONGEST) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`name` must have 1 to %d characters; write what the template is for".formatted(LONGEST));
    }
    colors = ChartStyle.checkedColors(colors);
    Objects.requireNonNull(theme, "theme");
  }
}
