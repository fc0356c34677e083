package dev.alidade.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.operation.Json;
import dev.alidade.query.Cells;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Rows as JSON objects; a column name that repeats gets a number behind it. */
record JsonRows(List<SerializedString> names) {
  JsonRows {
    names = List.copyOf(names);
  }

  static JsonRows of(List<ResultColumn> columns) {
    return new JsonRows(Shapes.distinctNames(columns).stream().map(SerializedString::new).toList());
  }

  /** What writes JSON and leaves the stream open at its end. */
  static JsonGenerator generator(OutputStream out) throws IOException {
    JsonGenerator json = Json.mapper().getFactory().createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    return json;
  }

  void write(JsonGenerator json, Batch batch, int row) throws IOException {
    json.writeStartObject();
    for (int column = 0; column < names.size(); column++) {
      json.writeFieldName(names.get(column));
      json.writePOJO(Cells.toJson(batch.value(column, row)));
    }
    json.writeEndObject();
  }
}
