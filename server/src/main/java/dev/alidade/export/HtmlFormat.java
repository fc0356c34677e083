package dev.alidade.export;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A page of HTML with one table, without script; values are text and never markup. */
public final class HtmlFormat implements ExportFormat {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>Result</title>
      <style>
      body { font: 14px/1.4 system-ui, sans-serif; margin: 1rem; }
      table { border-collapse: collapse; }
      th, td { border: 1px solid #ccc; padding: 0.2rem 0.5rem; text-align: left; white-space: pre-wrap; }
      thead th { position: sticky; top: 0; background: #f2f2f2; }
      td.number { text-align: right; font-variant-numeric: tabular-nums; }
      td.null { color: #767676; }
      </style>
      </head>
      <body>
      <table>
      """;

  @Override
  public String name() {
    return "html";
  }

  @Override
  public String mediaType() {
    return "text/html";
  }

  @Override
  public String extension() {
    return "html";
  }

  @Override
  public List<String> options() {
    return List.of("nulls");
  }

  @Override
  public void write(ResultStream result, ExportOptions options, OutputStream out)
      throws IOException {
    List<ResultColumn> columns = result.columns();
    StringBuilder text = new StringBuilder(HEAD).append("<thead><tr>");
    for (ResultColumn column : columns) {
      text.append("<th>").append(escape(column.name())).append("</th>");
    }
    text.append("</tr></thead>\n<tbody>\n");
    String nulls = "<td class=\"null\">%s</td>".formatted(escape(options.nulls().orElse("")));
    for (Optional<Batch> batch = result.next(); batch.isPresent(); batch = result.next()) {
      appendRows(text, columns, batch.get(), nulls);
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
      text.setLength(0);
    }
    text.append("</tbody>\n</table>\n</body>\n</html>\n");
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void appendRows(
      StringBuilder text, List<ResultColumn> columns, Batch batch, String nulls) {
    for (int row = 0; row < batch.rows(); row++) {
      text.append("<tr>");
      for (int column = 0; column < columns.size(); column++) {
        if (batch.isNull(column, row)) {
          text.append(nulls);
          continue;
        }
        Object value = batch.value(column, row);
        text.append(value instanceof Number ? "<td class=\"number\">" : "<td>")
            .append(escape(Shapes.text(columns.get(column).type().kind(), value)))
            .append("</td>");
      }
      text.append("</tr>\n");
    }
  }

  private static String escape(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("\r", "&#13;");
  }
}
