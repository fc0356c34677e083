package dev.alidade.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.operation.Json;
import dev.alidade.query.Cells;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

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
      write(json, Cells.toJson(batch.value(column, row)));
    }
    json.writeEndObject();
  }

  // A mapper would look each value's class up, and flush the file behind it.
  private static void write(JsonGenerator json, Object cell) throws IOException {
    switch (cell) {
      case null -> json.writeNull();
      case String text -> json.writeString(text);
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case BigDecimal number -> json.writeNumber(number);
      case Boolean truth -> json.writeBoolean(truth);
      case List<?> list -> writeList(json, list);
      case Map<?, ?> map -> writeMap(json, map);
      default -> json.writePOJO(cell);
    }
  }

  private static void writeList(JsonGenerator json, List<?> list) throws IOException {
    json.writeStartArray();
    for (Object each : list) {
      write(json, each);
    }
    json.writeEndArray();
  }

  private static void writeMap(JsonGenerator json, Map<?, ?> map) throws IOException {
    json.writeStartObject();
    for (Map.Entry<?, ?> each : map.entrySet()) {
      json.writeFieldName((String) each.getKey());
      write(json, each.getValue());
    }
    json.writeEndObject();
  }
}
