package dev.alidade.delivery;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.export.Compression;
import dev.alidade.export.ExportFormat;
import dev.alidade.export.ExportOptions;
import dev.alidade.export.Sheet;
import dev.alidade.export.SheetFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How a result is to be written, and where to; it fits together.
 *
 * @param name of the file without its extension, with folders before it where it has them
 * @param partitionBy columns whose values become folders, the outermost first
 * @param sheets further results of the only file
 */
record ExportOrder(
    ExportFormat format,
    ExportOptions options,
    Compression compression,
    String name,
    List<String> partitionBy,
    List<SheetQuery> sheets,
    Destination destination) {
  private static final int LONGEST_NAME = 200;
  private static final int MOST_SHEETS = 50;

  ExportOrder {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(compression, "compression");
    partitionBy = List.copyOf(partitionBy);
    sheets = List.copyOf(sheets);
    Objects.requireNonNull(destination, "destination");
    options.checkFor(format);
    if (!sheets.isEmpty()) {
      checkSheets(format, options, partitionBy, sheets);
    }
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

  private static void checkSheets(
      ExportFormat format,
      ExportOptions options,
      List<String> partitionBy,
      List<SheetQuery> sheets) {
    if (!(format instanceof SheetFormat) || !partitionBy.isEmpty()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`sheets` is for one file of a format with sheets, excel, without `partition_by`; export each result by itself");
    }
    if (sheets.size() >= MOST_SHEETS) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT, "A file takes at most %d results".formatted(MOST_SHEETS));
    }
    List<String> names =
        new ArrayList<>(List.of(options.sheet().orElse(ExportOptions.USUAL_SHEET)));
    sheets.forEach(sheet -> names.add(sheet.name()));
    Sheet.checkDistinct(names);
  }

  /** What the first sheet is called. */
  String firstSheet() {
    return options.sheet().orElse(ExportOptions.USUAL_SHEET);
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
