package dev.alidade.report;

import dev.alidade.chart.ChartSpec;
import dev.alidade.chart.SvgChart;
import dev.alidade.insight.Insight;
import dev.alidade.query.Cells;
import dev.alidade.query.ColumnLabel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a report as Markdown; charts are pictures within it. */
final class MarkdownWriter {
  private static final int MOST_ROWS = 25;

  private final StringBuilder text = new StringBuilder();
  private final List<String> statements = new ArrayList<>();

  String write(Report report) {
    block("# " + escaped(report.title()));
    block(
        "Made %s for %s, with what they may see."
            .formatted(report.madeAt(), escaped(report.madeFor())));
    report.sections().forEach(this::section);
    appendix();
    return text.toString();
  }

  private void section(Report.Section section) {
    block("## " + escaped(section.heading()));
    section
        .result()
        .flatMap(Report.Result::figure)
        .ifPresent(figure -> block("**" + escaped(Cells.toText(figure)) + "**"));
    block(escaped(section.words()));
    section.trust().ifPresent(trust -> block("*" + Wording.trust(trust) + "*"));
    section.facts().forEach(fact -> block(escaped(fact)));
    section.result().ifPresent(this::result);
    section.insights().forEach(this::insight);
  }

  private void result(Report.Result result) {
    chart(result.chart(), result.columns(), result.rows());
    if (result.figure().isEmpty() && !result.rows().isEmpty()) {
      table(result);
    }
    block("SQL: statement %d of the appendix.".formatted(listed(result.sql())));
  }

  private void insight(Insight insight) {
    block("### " + Wording.kind(insight.kind()));
    block(escaped(insight.sentence()));
    chart(insight.chart(), insight.columns(), insight.rows());
    block(
        "%s. Statement %d of the appendix shows it."
            .formatted(escaped(insight.method()), listed(insight.sql())));
  }

  private void chart(
      Optional<ChartSpec> chart, List<ColumnLabel> columns, List<List<Object>> rows) {
    chart
        .flatMap(spec -> SvgChart.draw(spec, columns, rows))
        .map(svg -> Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8)))
        .ifPresent(
            picture ->
                block(
                    "![%s](data:image/svg+xml;base64,%s)"
                        .formatted(escaped(chart.get().title()), picture)));
  }

  private void table(Report.Result result) {
    List<String> lines = new ArrayList<>();
    lines.add(row(result.columns().stream().map(ColumnLabel::name).toList()));
    lines.add(
        result.columns().stream()
            .map(column -> column.type().isNumeric() ? "---:" : "---")
            .collect(Collectors.joining(" | ", "| ", " |")));
    for (List<Object> row : result.rows().subList(0, Math.min(MOST_ROWS, result.rows().size()))) {
      lines.add(row(row.stream().map(Cells::toText).toList()));
    }
    block(String.join("\n", lines));
    block(Wording.shown(result, MOST_ROWS));
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(MarkdownWriter::escaped)
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private int listed(String sql) {
    if (!statements.contains(sql)) {
      statements.add(sql);
    }
    return statements.indexOf(sql) + 1;
  }

  private void appendix() {
    if (statements.isEmpty()) {
      return;
    }
    block("## Appendix: the SQL");
    for (int index = 0; index < statements.size(); index++) {
      String sql = statements.get(index);
      String fence = "```";
      while (sql.contains(fence)) {
        fence += "`";
      }
      block("Statement %d\n\n%ssql\n%s\n%s".formatted(index + 1, fence, sql, fence));
    }
  }

  private void block(String lines) {
    text.append(lines).append("\n\n");
  }

  /** A text that Markdown shows as it is, on one line. */
  private static String escaped(String text) {
    return text.replaceAll("\\s+", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("([\\\\`*_{}\\[\\]()#+!|~:^$-])", "\\\\$1");
  }
}
