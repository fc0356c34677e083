package dev.alidade.export;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parquet with the columns' own types; lists, structs and maps are JSON. */
public final class ParquetFormat implements ExportFormat {
  private static final int USUAL_GROUP_ROWS = 122_880;

  @Override
  public String name() {
    return "parquet";
  }

  @Override
  public String mediaType() {
    return "application/vnd.apache.parquet";
  }

  @Override
  public String extension() {
    return "parquet";
  }

  @Override
  public List<String> options() {
    return List.of("codec", "row_group_rows");
  }

  @Override
  public void write(ResultStream result, ExportOptions options, OutputStream out)
      throws IOException {
    List<ResultColumn> columns = result.columns();
    List<String> names = Shapes.distinctNames(columns);
    List<ParquetColumn> typed = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      typed.add(ParquetColumn.of(names.get(column), columns.get(column)));
    }
    try (ParquetFile file =
        new ParquetFile(
            out,
            typed,
            options.codec().orElse(ParquetCodec.ZSTD),
            options.rowGroupRows().orElse(USUAL_GROUP_ROWS))) {
      for (Optional<Batch> batch = result.next(); batch.isPresent(); batch = result.next()) {
        file.add(batch.get());
      }
      file.finish();
    }
  }
}
