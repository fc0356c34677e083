package dev.alidade.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.alidade.operation.Json;
import dev.alidade.store.Row;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

/** Values as they stand in our own database. */
final class Written {
  private Written() {}

  static String json(Object value) {
    try {
      return Json.mapper().writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static Set<String> roles(Row row) {
    return read(row.text("roles"), new TypeReference<Set<String>>() {});
  }

  static Map<String, String> attributes(Row row) {
    return read(row.text("attributes"), new TypeReference<Map<String, String>>() {});
  }

  static Map<String, Long> limits(Row row) {
    return read(row.text("limits"), new TypeReference<Map<String, Long>>() {});
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return Json.mapper().readValue(json, type);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
