package dev.alidade.export;

import dev.alidade.engine.ResultStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes a result of any size in one format, in memory bounded by one batch. */
public interface ExportFormat {
  /** The word that asks for it in an input. */
  String name();

  /** The media type that asks for it. */
  String mediaType();

  /** What a file's name ends with, without the dot. */
  String extension();

  /** The names of the {@link ExportOptions} that it heeds. */
  List<String> options();

  /** Writes all rows with options that were checked against {@link #options}; closes neither. */
  void write(ResultStream result, ExportOptions options, OutputStream out) throws IOException;

  /** Writes all rows as is usual for the format. */
  default void write(ResultStream result, OutputStream out) throws IOException {
    write(result, ExportOptions.USUAL, out);
  }
}
