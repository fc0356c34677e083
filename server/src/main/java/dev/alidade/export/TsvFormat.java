package dev.alidade.export;

import dev.alidade.engine.ResultStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** As CSV, with a tab between fields. */
public final class TsvFormat implements ExportFormat {
  @Override
  public String name() {
    return "tsv";
  }

  @Override
  public String mediaType() {
    return "text/tab-separated-values";
  }

  @Override
  public String extension() {
    return "tsv";
  }

  @Override
  public List<String> options() {
    return DelimitedText.OPTIONS;
  }

  @Override
  public void write(ResultStream result, ExportOptions options, OutputStream out)
      throws IOException {
    new DelimitedText('\t', options).write(result, out);
  }
}
