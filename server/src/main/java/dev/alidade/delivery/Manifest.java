package dev.alidade.delivery;

import dev.alidade.engine.ResultColumn;
import dev.alidade.operation.Description;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What an export holds, written beside its files. */
public record Manifest(
    String export,
    String source,
    @Description("What ran, as its caller may see it") String sql,
    String format,
    String compression,
    @Description("`download`, or the folder or storage") String destination,
    List<Column> columns,
    @Description("What each sheet holds, where the file has several results")
        Optional<List<Sheet>> sheets,
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
    sheets = sheets.map(List::copyOf);
    files = List.copyOf(files);
    Objects.requireNonNull(writtenAt, "writtenAt");
  }

  static List<Column> columns(List<ResultColumn> columns) {
    return columns.stream()
        .map(column -> new Column(column.name(), column.type().engineName()))
        .toList();
  }

  /** A column, with the name that its source gives its type. */
  public record Column(String name, String type) {}

  /** A result of several in one file; what its sheet cannot hold stands on numbered ones. */
  public record Sheet(String name, String sql, List<Column> columns, long rows) {
    public Sheet {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(sql, "sql");
      columns = List.copyOf(columns);
    }
  }

  /** A file of the export. */
  public record File(
      String path, long rows, long bytes, @Description("SHA-256 in hex") String sha256) {}
}
