package dev.alidade.chart;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Description;
import dev.alidade.query.ColumnLabel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What {@code draw_rows} takes. */
public record DrawRowsInput(
    @Description("The columns of a result, as query and ask give them") List<ColumnLabel> columns,
    @Description("Its rows, up to 5000") List<List<Object>> rows,
    @Description("What the rows answer; its words count in the choice of the chart")
        Optional<String> question,
    @Description("What stands above the chart") Optional<String> title,
    @Description("The kind of chart; the best is chosen unless given") Optional<ChartKind> kind,
    @Description(
            "A whole spec: which column does what; beside a kind only its title and colours count")
        Optional<ChartSpec> chart) {
  static final int MOST_ROWS = 5_000;

  public DrawRowsInput {
    columns = List.copyOf(columns);
    int width = columns.size();
    if (rows.size() > MOST_ROWS || rows.stream().anyMatch(row -> row.size() != width)) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`rows` takes up to %,d rows, each with a cell for each of the %d columns"
              .formatted(MOST_ROWS, width));
    }
    rows = rows.stream().map(DrawRowsInput::copy).toList();
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(chart, "chart");
  }

  private static List<Object> copy(List<Object> row) {
    return Collections.unmodifiableList(new ArrayList<>(row));
  }
}
