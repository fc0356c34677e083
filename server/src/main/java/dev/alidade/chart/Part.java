package dev.alidade.chart;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A part of a figure while it grows: JSON by path, {@code marker.line.width}. */
final class Part {
  private final Map<String, Object> values = new LinkedHashMap<>();

  static Part of(String path, Object value) {
    return new Part().put(path, value);
  }

  Part put(String path, Object value) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      values.put(path, value);
      return this;
    }
    Object inner = values.computeIfAbsent(path.substring(0, dot), key -> new Part());
    ((Part) inner).put(path.substring(dot + 1), value);
    return this;
  }

  /** All of another part, over what is there; inner parts are merged. */
  Part and(Part other) {
    other.values.forEach(
        (key, value) -> {
          if (value instanceof Part part && values.get(key) instanceof Part own) {
            own.and(part);
          } else {
            values.put(key, value instanceof Part part ? new Part().and(part) : value);
          }
        });
    return this;
  }

  Object get(String key) {
    return values.getOrDefault(key, "");
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** What it holds, for JSON. */
  @JsonValue
  Map<String, Object> json() {
    return Collections.unmodifiableMap(values);
  }
}
