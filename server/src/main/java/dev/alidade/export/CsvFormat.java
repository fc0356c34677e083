package dev.alidade.export;

import dev.alidade.engine.ResultStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** CSV after RFC 4180 with a header; NULL is an empty field, an empty text is {@code ""}. */
public final class CsvFormat implements ExportFormat {
  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String mediaType() {
    return "text/csv";
  }

  @Override
  public String extension() {
    return "csv";
  }

  @Override
  public List<String> options() {
    return DelimitedText.OPTIONS;
  }

  @Override
  public void write(ResultStream result, ExportOptions options, OutputStream out)
      throws IOException {
    new DelimitedText(',', options).write(result, out);
  }
}
