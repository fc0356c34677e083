package dev.alidade.delivery;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Objects;

/** What an export holds, written beside its files. */
public record Manifest(
    String export,
    String source,
    @Description("What ran, as its caller may see it") String sql,
    String format,
    String compression,
    @Description("`download`, or the folder") String destination,
    List<Column> columns,
    long rows,
    long bytes,
    List<File> files,
    String writtenAt) {
  public Manifest {
    Objects.requireNonNull(export, "export");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(compression, "compression");
    Objects.requireNonNull(destination, "destination");
    columns = List.copyOf(columns);
    files = List.copyOf(files);
    Objects.requireNonNull(writtenAt, "writtenAt");
  }

  /** A column, with the name that its source gives its type. */
  public record Column(String name, String type) {}

  /** A file of the export. */
  public record File(
      String path, long rows, long bytes, @Description("SHA-256 in hex") String sha256) {}
}
