package dev.alidade.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** One JSON array with an object for each row. */
public final class JsonFormat implements ExportFormat {
  @Override
  public String name() {
    return "json";
  }

  // `application/json` asks a door for its own answer, a page of rows.
  @Override
  public String mediaType() {
    return "application/vnd.alidade.rows+json";
  }

  @Override
  public String extension() {
    return "json";
  }

  @Override
  public List<String> options() {
    return List.of("pretty");
  }

  @Override
  public void write(ResultStream result, ExportOptions options, OutputStream out)
      throws IOException {
    JsonRows rows = JsonRows.of(result.columns());
    try (JsonGenerator json = JsonRows.generator(out)) {
      if (options.pretty().orElse(false)) {
        json.useDefaultPrettyPrinter();
      }
      json.writeStartArray();
      for (Optional<Batch> batch = result.next(); batch.isPresent(); batch = result.next()) {
        for (int row = 0; row < batch.get().rows(); row++) {
          rows.write(json, batch.get(), row);
        }
        json.flush();
      }
      json.writeEndArray();
    }
  }
}
