package dev.alidade.delivery;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.export.Compression;
import dev.alidade.export.ExportFormat;
import dev.alidade.export.ExportOptions;
import java.util.List;
import java.util.Objects;

/**
 * How a result is to be written, and where to; it fits together.
 *
 * @param name of the file without its extension, with folders before it where it has them
 * @param partitionBy columns whose values become folders, the outermost first
 */
record ExportOrder(
    ExportFormat format,
    ExportOptions options,
    Compression compression,
    String name,
    List<String> partitionBy,
    Destination destination) {
  private static final int LONGEST_NAME = 200;

  ExportOrder {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(compression, "compression");
    partitionBy = List.copyOf(partitionBy);
    Objects.requireNonNull(destination, "destination");
    options.checkFor(format);
    boolean usable =
        name.length() <= LONGEST_NAME
            && List.of(name.split("/", -1)).stream()
                .allMatch(part -> part.matches("[\\p{L}\\p{N}_][\\p{L}\\p{N} ._=-]*"));
    if (!usable) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`name` must be letters, digits, spaces and . _ - =, with / between folders; no part begins with a dot");
    }
  }

  /** The path of the only file. */
  String path() {
    return name + suffix();
  }

  /** What the name of each file ends with. */
  String suffix() {
    return "." + format.extension() + compression.suffix();
  }

  String manifestPath() {
    return name + ".manifest.json";
  }
}
