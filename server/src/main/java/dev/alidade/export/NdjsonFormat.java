package dev.alidade.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultStream;
import dev.alidade.operation.Json;
import dev.alidade.query.Cells;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** One JSON object a line; a column name that repeats gets a number behind it. */
public final class NdjsonFormat implements ExportFormat {
  @Override
  public String name() {
    return "ndjson";
  }

  @Override
  public String mediaType() {
    return "application/x-ndjson";
  }

  @Override
  public String extension() {
    return "ndjson";
  }

  @Override
  public List<String> options() {
    return List.of();
  }

  @Override
  public void write(ResultStream result, ExportOptions options, OutputStream out)
      throws IOException {
    JsonRows rows = JsonRows.of(result.columns());
    try (JsonGenerator json = JsonRows.generator(out)) {
      json.setRootValueSeparator(new SerializedString(""));
      for (Optional<Batch> batch = result.next(); batch.isPresent(); batch = result.next()) {
        for (int row = 0; row < batch.get().rows(); row++) {
          rows.write(json, batch.get(), row);
          json.writeRaw('\n');
        }
        json.flush();
      }
    }
  }

  static String jsonOf(Object value) {
    try {
      return Json.mapper().writeValueAsString(Cells.toJson(value));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
