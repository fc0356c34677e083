package dev.alidade.export;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;

/** Excel with real types; rows that one sheet cannot hold go to further sheets. */
public final class ExcelFormat implements SheetFormat {
  @Override
  public String name() {
    return "excel";
  }

  @Override
  public String mediaType() {
    return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  }

  @Override
  public String extension() {
    return "xlsx";
  }

  @Override
  public List<String> options() {
    return List.of("header", "sheet", "rows_per_sheet");
  }

  @Override
  public void write(ResultStream result, ExportOptions options, OutputStream out)
      throws IOException {
    String name = options.sheet().orElse(ExportOptions.USUAL_SHEET);
    write(List.of(new Sheet(name, () -> leftOpen(result))), options, out);
  }

  @Override
  public void write(List<Sheet> sheets, ExportOptions options, OutputStream out)
      throws IOException {
    BufferedOutputStream buffered = new BufferedOutputStream(out, 1 << 16);
    // The version is one of the file's properties, and must have the form of a number.
    Workbook workbook = new Workbook(buffered, "Alidade", "1.0");
    SheetNames names = new SheetNames(sheets.stream().map(Sheet::name).toList());
    for (Sheet sheet : sheets) {
      try (ResultStream result = sheet.rows().get()) {
        ExcelSheets pages =
            new ExcelSheets(workbook, result.columns(), options, names.of(sheet.name()));
        for (Optional<Batch> batch = result.next(); batch.isPresent(); batch = result.next()) {
          pages.add(batch.get());
        }
        pages.finish();
      }
    }
    workbook.finish();
    buffered.flush();
  }

  private static ResultStream leftOpen(ResultStream result) {
    return new ResultStream() {
      @Override
      public List<ResultColumn> columns() {
        return result.columns();
      }

      @Override
      public Optional<Batch> next() {
        return result.next();
      }

      @Override
      public void close() {}
    };
  }
}
