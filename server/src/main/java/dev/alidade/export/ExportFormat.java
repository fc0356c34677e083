package dev.alidade.export;

import dev.alidade.engine.ResultStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a result of any size in one format, in memory bounded by one batch. */
public interface ExportFormat {
  /** The media type that asks for it. */
  String mediaType();

  /** Writes all rows; the caller closes both. */
  void write(ResultStream result, OutputStream out) throws IOException;
}
