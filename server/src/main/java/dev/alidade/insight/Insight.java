package dev.alidade.insight;

import dev.alidade.chart.ChartSpec;
import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import dev.alidade.query.ColumnLabel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that stands out, with all that it rests on.
 *
 * @param pValue of the test alone
 * @param adjusted after Benjamini and Hochberg's correction for all tests that were made
 */
public record Insight(
    @Headline(1) InsightType kind,
    @Headline(2) @Description("What the data say, in one sentence") String sentence,
    @Headline(3) @Description("The test, and what it takes for granted") String method,
    @Headline(4) @Description("How many values the test is over") long n,
    @Headline(5) @Description("The test's own p-value") double pValue,
    @Headline(6) @Description("After Benjamini and Hochberg's correction for all tests made")
        double adjusted,
    @Headline(7) @Description("How strong the effect is, from 0 to 1") double strength,
    @Headline(8) @Description("The statement that shows it; runs as it stands") String sql,
    List<ColumnLabel> columns,
    @Description("What the statement gives, up to 200 rows") List<List<Object>> rows,
    Optional<ChartSpec> chart) {
  public Insight {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(sentence, "sentence");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(sql, "sql");
    columns = List.copyOf(columns);
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(chart, "chart");
  }
}
