package dev.alidade.export;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import dev.alidade.query.Cells;
import dev.alidade.sql.TypeKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** CSV after RFC 4180 with a header; NULL is an empty field, an empty text is {@code ""}. */
public final class CsvFormat implements ExportFormat {
  @Override
  public String mediaType() {
    return "text/csv";
  }

  @Override
  public void write(ResultStream result, OutputStream out) throws IOException {
    List<ResultColumn> columns = result.columns();
    StringBuilder text = new StringBuilder(1 << 16);
    for (int column = 0; column < columns.size(); column++) {
      separate(text, column);
      appendText(text, columns.get(column).name());
    }
    text.append("\r\n");
    for (Optional<Batch> batch = result.next(); batch.isPresent(); batch = result.next()) {
      appendRows(text, columns, batch.get());
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
      text.setLength(0);
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void appendRows(StringBuilder text, List<ResultColumn> columns, Batch batch) {
    for (int row = 0; row < batch.rows(); row++) {
      for (int column = 0; column < columns.size(); column++) {
        separate(text, column);
        if (!batch.isNull(column, row)) {
          appendCell(text, columns.get(column).type().kind(), batch.value(column, row));
        }
      }
      text.append("\r\n");
    }
  }

  private static void appendCell(StringBuilder text, TypeKind kind, Object value) {
    if (value instanceof Long number) {
      text.append(number.longValue());
      return;
    }
    if (kind == TypeKind.LIST || kind == TypeKind.STRUCT || kind == TypeKind.MAP) {
      appendText(text, NdjsonFormat.jsonOf(value));
      return;
    }
    appendText(text, Cells.toText(value));
  }

  private static void separate(StringBuilder text, int column) {
    if (column > 0) {
      text.append(',');
    }
  }

  private static void appendText(StringBuilder text, String value) {
    if (!needsQuotes(value)) {
      text.append(value);
      return;
    }
    text.append('"');
    for (int index = 0; index < value.length(); index++) {
      char letter = value.charAt(index);
      if (letter == '"') {
        text.append('"');
      }
      text.append(letter);
    }
    text.append('"');
  }

  private static boolean needsQuotes(String value) {
    if (value.isEmpty()) {
      return true;
    }
    for (int index = 0; index < value.length(); index++) {
      char letter = value.charAt(index);
      if (letter == ',' || letter == '"' || letter == '\n' || letter == '\r') {
        return true;
      }
    }
    return value.charAt(0) == ' ' || value.charAt(value.length() - 1) == ' ';
  }
}
