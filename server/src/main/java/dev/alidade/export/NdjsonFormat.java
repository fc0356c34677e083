package dev.alidade.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import dev.alidade.operation.Json;
import dev.alidade.query.Cells;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One JSON object a line; a column name that repeats gets a number behind it. */
public final class NdjsonFormat implements ExportFormat {
  @Override
  public String mediaType() {
    return "application/x-ndjson";
  }

  @Override
  public void write(ResultStream result, OutputStream out) throws IOException {
    List<SerializedString> names = distinctNames(result.columns());
    try (JsonGenerator json = Json.mapper().getFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setRootValueSeparator(new SerializedString(""));
      for (Optional<Batch> batch = result.next(); batch.isPresent(); batch = result.next()) {
        for (int row = 0; row < batch.get().rows(); row++) {
          writeRow(json, names, batch.get(), row);
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

  private static void writeRow(
      JsonGenerator json, List<SerializedString> names, Batch batch, int row) throws IOException {
    json.writeStartObject();
    for (int column = 0; column < names.size(); column++) {
      json.writeFieldName(names.get(column));
      json.writePOJO(Cells.toJson(batch.value(column, row)));
    }
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private static List<SerializedString> distinctNames(List<ResultColumn> columns) {
    Set<String> taken = new HashSet<>();
    List<SerializedString> names = new ArrayList<>();
    for (ResultColumn column : columns) {
      String name = column.name();
      for (int number = 2; !taken.add(name); number++) {
        name = column.name() + "_" + number;
      }
      names.add(new SerializedString(name));
    }
    return names;
  }
}
