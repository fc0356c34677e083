package dev.alidade.export;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A Markdown table as GitHub reads it; numbers stand on the right. */
public final class MarkdownFormat implements ExportFormat {
  @Override
  public String name() {
    return "markdown";
  }

  @Override
  public String mediaType() {
    return "text/markdown";
  }

  @Override
  public String extension() {
    return "md";
  }

  @Override
  public List<String> options() {
    return List.of("nulls");
  }

  @Override
  public void write(ResultStream result, ExportOptions options, OutputStream out)
      throws IOException {
    List<ResultColumn> columns = result.columns();
    String nulls = escape(options.nulls().orElse(""));
    StringBuilder text = new StringBuilder("|");
    columns.forEach(column -> text.append(' ').append(escape(column.name())).append(" |"));
    text.append("\n|");
    columns.forEach(column -> text.append(column.type().kind().isNumeric() ? " ---: |" : " --- |"));
    text.append('\n');
    for (Optional<Batch> batch = result.next(); batch.isPresent(); batch = result.next()) {
      for (int row = 0; row < batch.get().rows(); row++) {
        appendRow(text, columns, batch.get(), row, nulls);
      }
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
      text.setLength(0);
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void appendRow(
      StringBuilder text, List<ResultColumn> columns, Batch batch, int row, String nulls) {
    text.append('|');
    for (int column = 0; column < columns.size(); column++) {
      String value =
          batch.isNull(column, row)
              ? nulls
              : escape(Shapes.text(columns.get(column).type().kind(), batch.value(column, row)));
      text.append(' ').append(value).append(" |");
    }
    text.append('\n');
  }

  /** A cell is one line; what Markdown or HTML would read as a sign is made a character. */
  private static String escape(String value) {
    return atEdges(
        value
            .replace("\\", "\\\\")
            .replace("|", "\\|")
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("`", "\\`")
            .replace("*", "\\*")
            .replace("_", "\\_")
            .replace("~", "\\~")
            .replace("[", "\\[")
            .replace("]", "\\]")
            .replace("\r\n", "<br>")
            .replace("\n", "<br>")
            .replace("\r", "<br>"));
  }

  /** Readers take spaces at the edges of a cell for none of its text. */
  private static String atEdges(String value) {
    int end = value.length();
    String last = end > 1 && isSpace(value.charAt(end - 1)) ? entity(value.charAt(end - 1)) : "";
    int begin = end > 0 && isSpace(value.charAt(0)) ? 1 : 0;
    String first = begin == 1 ? entity(value.charAt(0)) : "";
    return first + value.substring(begin, last.isEmpty() ? end : end - 1) + last;
  }

  private static boolean isSpace(char letter) {
    return letter == ' ' || letter == '\t';
  }

  private static String entity(char letter) {
    return "&#%d;".formatted((int) letter);
  }
}
