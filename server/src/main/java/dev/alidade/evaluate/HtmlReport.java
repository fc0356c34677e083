package dev.alidade.evaluate;

import dev.alidade.evaluate.CauseCounts.CauseCount;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report as one page that needs nothing else. */
final class HtmlReport {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%1$s</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 15px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
      table { border-collapse: collapse; margin: .5rem 0 1.5rem; }
      th, td { padding: .2rem .7rem; text-align: right; border-bottom: 1px solid #8884; }
      th:first-child, td:first-child { text-align: left; }
      td:not(:first-child) { white-space: nowrap; }
      dl { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; }
      dt { color: #777; } dd { margin: 0; font-size: 1.8rem; }
      pre { overflow-x: auto; background: #8881; padding: .5rem; margin: .3rem 0; }
      svg { max-width: 30rem; width: 100%%; height: auto; }
      summary { cursor: pointer; }
      </style>
      </head>
      <body>
      <h1>%1$s</h1>
      """;

  private final StringBuilder html = new StringBuilder();

  private HtmlReport() {}

  /** The page; {@code detailed} shows the questions that went wrong, totals are shown always. */
  static String of(String title, Report report, boolean detailed) {
    HtmlReport page = new HtmlReport();
    page.html.append(HEAD.formatted(escaped(title)));
    page.headline(report);
    page.certainty(report.certainty());
    page.causes(report.causes());
    page.patterns(report);
    report.robustness().ifPresent(robustness -> page.robustness(report, robustness));
    report.comparison().ifPresent(page::comparison);
    page.planning(report);
    if (detailed) {
      page.failures(report.failures());
    }
    return page.html.append("</body>\n</html>\n").toString();
  }

  private void headline(Report report) {
    html.append("<dl>");
    figure("questions", String.valueOf(report.questions()));
    figure("right", Shares.percent(report.accuracy()));
    figure("answered", Shares.percent(report.coverage()));
    figure("of these right", Shares.percent(report.precision()));
    figure("answered wrongly, of all", Shares.percent(report.wrongAnswers()));
    figure("right, columns in any order", Shares.percent(report.accuracyAnyColumns()));
    figure("so, ties as they come", Shares.percent(report.accuracyAnyChoice()));
    report
        .undisputed()
        .ifPresent(
            figures ->
                figure("right, without disputed questions", Shares.percent(figures.accuracy())));
    html.append("</dl>\n");
  }

  private void figure(String name, String value) {
    html.append("<div><dt>%s</dt><dd>%s</dd></div>".formatted(name, value));
  }

  private void certainty(Certainty certainty) {
    html.append("<h2>Confidence</h2>\n");
    html.append(ReliabilityCurve.svg(certainty.bins()));
    html.append(
        format("<p>Calibration error %.1f points.</p>%n", 100 * certainty.calibrationError()));
    head("shown with confidence from", "readings", "shown", "right");
    certainty
        .bins()
        .forEach(
            bin ->
                row(
                    format("%.1f", bin.from()),
                    bin.questions(),
                    Shares.percent(bin.confidence()),
                    Shares.percent(bin.right())));
    end();
    head("wanted", "one gets", "answering from");
    certainty.atPrecision().forEach(wanted -> wanted("precision", wanted));
    certainty.atCoverage().forEach(wanted -> wanted("coverage", wanted));
    end();
  }

  private void wanted(String what, Certainty.Wanted wanted) {
    String other = what.equals("precision") ? "coverage" : "precision";
    row(
        what + " " + Shares.percent(wanted.wanted()),
        wanted.reached() ? other + " " + Shares.percent(wanted.got()) : "not reached",
        wanted.reached() ? format("%.2f", wanted.confidence()) : "");
  }

  private void causes(CauseCounts counts) {
    html.append("<h2>Why the best reading is wrong</h2>\n");
    head("cause", "wrong", "share", "alone", "answered", "right one later", "words left");
    for (CauseCount count : counts.causes()) {
      row(
          count.cause().title(),
          count.questions(),
          Shares.percent(count.share()),
          count.alone(),
          count.answered(),
          count.furtherDown(),
          count.unexplained());
    }
    row(
        "all",
        counts.wrong(),
        "",
        "",
        counts.answered(),
        counts.furtherDown(),
        counts.unexplained());
    end();
  }

  private void patterns(Report report) {
    html.append("<h2>By pattern</h2>\n");
    head("pattern", "questions", "answered", "right", "accuracy", "coverage", "precision");
    report.byPattern().forEach(this::pattern);
    pattern(report.all());
    end();
  }

  private void pattern(Report.ByPattern part) {
    row(
        part.pattern(),
        part.questions(),
        part.answered(),
        part.correct(),
        Shares.percent(part.accuracy()),
        Shares.percent(part.coverage()),
        Shares.percent(part.precision()));
  }

  private void robustness(Report report, Robustness robustness) {
    html.append("<h2>In other words</h2>\n");
    head("", "accuracy", "coverage", "precision");
    row(
        "as asked",
        Shares.percent(report.accuracy()),
        Shares.percent(report.coverage()),
        Shares.percent(report.precision()));
    row(
        "in other words",
        Shares.percent(robustness.reworded().accuracy()),
        Shares.percent(robustness.reworded().coverage()),
        Shares.percent(robustness.reworded().precision()));
    end();
    html.append(
        "<p>%s of what is right stays right.</p>\n"
            .formatted(Shares.percent(robustness.staysRight())));
  }

  private void comparison(Comparison comparison) {
    html.append(
        format(
            "<h2>Since the earlier report</h2>%n<p>%d became right, %d became wrong; by chance alone"
                + " as unevenly: %.4f.</p>%n",
            comparison.gained().size(), comparison.lost().size(), comparison.chance()));
    head("pattern", "became right", "became wrong");
    comparison.byPattern().forEach(change -> row(change.pattern(), change.gained(), change.lost()));
    end();
  }

  private void planning(Report report) {
    Spent spent = report.spent();
    html.append(
        format(
            "<p>Plan time: median %.1f ms, 95 %% %.1f ms. Tokens: %d in, %d out; cost %s.</p>%n",
            report.planning().microsMedian() / 1000.0,
            report.planning().micros95() / 1000.0,
            spent.inputTokens(),
            spent.outputTokens(),
            spent.cost().toPlainString()));
  }

  private void failures(List<Map<String, Object>> failures) {
    html.append("<h2>Wrong questions</h2>\n");
    for (Map<String, Object> failure : failures) {
      html.append(
          "<details><summary>%s: %s</summary><p>%s; confidence %s%s; causes: %s</p><p>right</p><pre>%s</pre><p>read</p><pre>%s</pre></details>\n"
              .formatted(
                  escaped(failure.get("id")),
                  escaped(failure.get("question")),
                  Boolean.TRUE.equals(failure.get("answered")) ? "answered" : "not answered",
                  escaped(failure.get("confidence")),
                  reason(failure),
                  escaped(failure.get("causes")),
                  escaped(failure.get("gold")),
                  escaped(failure.get("planned"))));
    }
  }

  private static String reason(Map<String, Object> failure) {
    String reason = escaped(failure.get("reason"));
    return reason.isEmpty() ? "" : "; " + reason;
  }

  private void head(String... names) {
    html.append("<table>\n<tr>");
    for (String name : names) {
      html.append("<th>").append(escaped(name)).append("</th>");
    }
    html.append("</tr>\n");
  }

  private void row(Object... cells) {
    html.append("<tr>");
    for (Object cell : cells) {
      html.append("<td>").append(escaped(cell)).append("</td>");
    }
    html.append("</tr>\n");
  }

  private void end() {
    html.append("</table>\n");
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static String escaped(Object value) {
    return String.valueOf(value)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
