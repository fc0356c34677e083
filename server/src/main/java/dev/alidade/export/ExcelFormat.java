package dev.alidade.export;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;

/** Excel with real types; rows that one sheet cannot hold go to further sheets. */
public final class ExcelFormat implements ExportFormat {
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
    BufferedOutputStream buffered = new BufferedOutputStream(out, 1 << 16);
    // The version is one of the file's properties, and must have the form of a number.
    Workbook workbook = new Workbook(buffered, "Alidade", "1.0");
    ExcelSheets sheets = new ExcelSheets(workbook, result.columns(), options);
    for (Optional<Batch> batch = result.next(); batch.isPresent(); batch = result.next()) {
      sheets.add(batch.get());
    }
    sheets.finish();
    workbook.finish();
    buffered.flush();
  }
}
