package dev.alidade.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A format whose files can hold several results, each under a name. */
public interface SheetFormat extends ExportFormat {
  /** Writes the results one after another, in memory bounded by one batch; {@code out} is open. */
  void write(List<Sheet> sheets, ExportOptions options, OutputStream out) throws IOException;
}
