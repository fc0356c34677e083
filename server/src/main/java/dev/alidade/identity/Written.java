package dev.alidade.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.alidade.operation.Json;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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

  static Set<String> roles(Map<String, Object> row) {
    return read(row.get("roles"), new TypeReference<Set<String>>() {});
  }

  static Map<String, String> attributes(Map<String, Object> row) {
    return read(row.get("attributes"), new TypeReference<Map<String, String>>() {});
  }

  static Map<String, Long> limits(Map<String, Object> row) {
    return read(row.get("limits"), new TypeReference<Map<String, Long>>() {});
  }

  static Instant moment(Map<String, Object> row, String column) {
    return Instant.ofEpochMilli(((Number) row.get(column)).longValue());
  }

  static Optional<Instant> optionalMoment(Map<String, Object> row, String column) {
    return Optional.ofNullable(row.get(column)).map(ignored -> moment(row, column));
  }

  static String text(Map<String, Object> row, String column) {
    return (String) row.get(column);
  }

  private static <T> T read(Object json, TypeReference<T> type) {
    try {
      return Json.mapper().readValue((String) json, type);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
