package dev.alidade.report;

import dev.alidade.chart.ChartSpec;
import dev.alidade.chart.SvgChart;
import dev.alidade.insight.Insight;
import dev.alidade.query.Cells;
import dev.alidade.query.ColumnLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a report as one HTML page that needs nothing else, no network and no script. */
final class HtmlWriter {
  private static final int MOST_ROWS = 25;
  private static final String STYLE =
      """
      :root { --ink: #1f1d1a; --muted: #69645b; --paper: #fbfaf8; --line: #e7e3db; --accent: #0f6b64; --sunken: #f6f4f0; }
      @media (prefers-color-scheme: dark) { :root { --ink: #ecebe6; --muted: #a3a097; --paper: #141514; --line: #2b2e2c; --accent: #5cc2b4; --sunken: #1b1d1c; } }
      body { color: var(--ink); background: var(--paper); font: 16px/1.55 ui-sans-serif, system-ui, sans-serif; margin: 0 auto; max-width: 50rem; padding: 2.5rem 1.25rem 4rem; }
      h1, h2 { font-family: ui-serif, Georgia, serif; font-weight: 500; line-height: 1.2; }
      h1 { font-size: 2.1rem; margin: 0 0 .4rem; } h2 { font-size: 1.4rem; margin: 0 0 .5rem; } h3 { font-size: 1rem; margin: 1.5rem 0 .3rem; }
      .meta, .fact, .method, caption { color: var(--muted); font-size: .85rem; }
      section { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: 1.5rem; }
      .figure { color: var(--accent); font: 500 2.6rem/1.2 ui-serif, Georgia, serif; }
      .trust { border: 1px solid var(--line); border-radius: 99px; font-size: .75rem; padding: .1rem .6rem; }
      .insight { border-left: 3px solid var(--accent); margin: 1rem 0; padding-left: 1rem; }
      .scroll { overflow-x: auto; } table { border-collapse: collapse; font-size: .9rem; margin: .8rem 0; } caption { caption-side: bottom; text-align: left; padding-top: .4rem; }
      th, td { border-bottom: 1px solid var(--line); padding: .3rem .9rem .3rem 0; text-align: left; vertical-align: top; } .number { text-align: right; font-variant-numeric: tabular-nums; }
      pre { background: var(--sunken); font-size: .8rem; overflow-x: auto; padding: .8rem; white-space: pre-wrap; }
      svg { height: auto; max-width: 100%; margin: .6rem 0; } @media print { body { max-width: none; } section { break-inside: avoid; } }
      """;

  private final StringBuilder page = new StringBuilder();
  private final List<String> statements = new ArrayList<>();

  String write(Report report) {
    page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append(
            "<title>%s</title>\n<style>\n%s</style>\n".formatted(escaped(report.title()), STYLE))
        .append("</head>\n<body>\n");
    line("h1", "", report.title());
    line(
        "p",
        "meta",
        "Made %s for %s, with what they may see.".formatted(report.madeAt(), report.madeFor()));
    report.sections().forEach(this::section);
    appendix();
    return page.append("</body>\n</html>\n").toString();
  }

  private void section(Report.Section section) {
    page.append("<section>\n");
    line("h2", "", section.heading());
    section
        .result()
        .flatMap(Report.Result::figure)
        .ifPresent(figure -> line("p", "figure", Cells.toText(figure)));
    line("p", "", section.words());
    section.trust().ifPresent(trust -> line("span", "trust", Wording.trust(trust)));
    section.facts().forEach(fact -> line("p", "fact", fact));
    section.result().ifPresent(this::result);
    section.insights().forEach(this::insight);
    page.append("</section>\n");
  }

  private void result(Report.Result result) {
    chart(result.chart(), result.columns(), result.rows());
    if (result.figure().isEmpty() && !result.rows().isEmpty()) {
      table(result);
    }
    line("p", "fact", "SQL: statement %d of the appendix.".formatted(listed(result.sql())));
  }

  private void insight(Insight insight) {
    page.append("<div class=\"insight\">\n");
    line("h3", "", Wording.kind(insight.kind()));
    line("p", "", insight.sentence());
    chart(insight.chart(), insight.columns(), insight.rows());
    line(
        "p",
        "method",
        "%s. Statement %d of the appendix shows it."
            .formatted(insight.method(), listed(insight.sql())));
    page.append("</div>\n");
  }

  private void chart(
      Optional<ChartSpec> chart, List<ColumnLabel> columns, List<List<Object>> rows) {
    chart
        .flatMap(spec -> SvgChart.draw(spec, columns, rows))
        .ifPresent(svg -> page.append(svg).append('\n'));
  }

  private void table(Report.Result result) {
    page.append("<div class=\"scroll\"><table>\n<thead><tr>");
    for (ColumnLabel column : result.columns()) {
      line("th", column.type().isNumeric() ? "number" : "", column.name());
    }
    page.append("</tr></thead>\n<tbody>\n");
    for (List<Object> row : result.rows().subList(0, Math.min(MOST_ROWS, result.rows().size()))) {
      page.append("<tr>");
      for (int index = 0; index < row.size(); index++) {
        boolean number = result.columns().get(index).type().isNumeric();
        line("td", number ? "number" : "", Cells.toText(row.get(index)));
      }
      page.append("</tr>\n");
    }
    page.append("</tbody>\n");
    line("caption", "", Wording.shown(result, MOST_ROWS));
    page.append("</table></div>\n");
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
    page.append("<section>\n");
    line("h2", "", "Appendix: the SQL");
    for (int index = 0; index < statements.size(); index++) {
      line("h3", "", "Statement " + (index + 1));
      line("pre", "", statements.get(index));
    }
    page.append("</section>\n");
  }

  private void line(String element, String style, String text) {
    page.append('<').append(element);
    if (!style.isEmpty()) {
      page.append(" class=\"").append(style).append('"');
    }
    page.append('>').append(escaped(text)).append("</").append(element).append(">\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
