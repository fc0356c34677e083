package dev.alidade.engine.duckdb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What DuckDB says of a failure: it is opened with {@code errors_as_json}.
 *
 * @param type such as Binder, Catalog, Conversion
 * @param subtype such as COLUMN_NOT_FOUND; empty where there is none
 * @param name the object it is about, if any
 * @param candidates names that it might have meant
 * @param position the byte offset in the text that ran
 */
record EngineFailure(
    String type,
    String subtype,
    String message,
    Optional<String> name,
    Optional<String> objectType,
    List<String> candidates,
    OptionalInt position) {
  private static final ObjectMapper JSON = new ObjectMapper();

  EngineFailure {
    candidates = List.copyOf(candidates);
  }

  static EngineFailure read(String message) {
    String text = message == null ? "" : message;
    int start = text.indexOf("{\"exception_type\"");
    if (start < 0) {
      return plain(text);
    }
    try {
      return of(JSON.readTree(text.substring(start)));
    } catch (JsonProcessingException notJson) {
      return plain(text);
    }
  }

  private static EngineFailure of(JsonNode json) {
    return new EngineFailure(
        json.path("exception_type").asText(),
        json.path("error_subtype").asText(),
        json.path("exception_message").asText(),
        text(json, "name"),
        text(json, "type"),
        text(json, "candidates").map(EngineFailure::split).orElse(List.of()),
        position(json));
  }

  private static EngineFailure plain(String text) {
    int end = text.indexOf(" Error: ");
    String type = end < 0 ? "" : text.substring(0, end);
    String rest = end < 0 ? text : text.substring(end + " Error: ".length());
    return new EngineFailure(
        type, "", rest, Optional.empty(), Optional.empty(), List.of(), OptionalInt.empty());
  }

  private static Optional<String> text(JsonNode json, String field) {
    return json.hasNonNull(field) ? Optional.of(json.get(field).asText()) : Optional.empty();
  }

  private static OptionalInt position(JsonNode json) {
    String digits = json.path("position").asText();
    return digits.matches("\\d{1,8}")
        ? OptionalInt.of(Integer.parseInt(digits))
        : OptionalInt.empty();
  }

  private static List<String> split(String candidates) {
    return Arrays.stream(candidates.split(",", -1)).map(String::strip).toList();
  }
}
