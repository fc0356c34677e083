package dev.alidade.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A record as it is read again.
 *
 * @param chain the number of its chain
 * @param body what it says, or nothing where it is no JSON
 */
record AuditEntry(int chain, RecordLine line, JsonNode body) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  AuditEntry {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(body, "body");
  }

  static AuditEntry read(int chain, RecordLine line) {
    try {
      return new AuditEntry(chain, line, MAPPER.readTree(line.json()));
    } catch (JsonProcessingException damaged) {
      return new AuditEntry(chain, line, MissingNode.getInstance());
    }
  }

  String kind() {
    return body.path("kind").asText();
  }

  Instant time() {
    try {
      return Instant.parse(body.path("time").asText());
    } catch (DateTimeException damaged) {
      return Instant.EPOCH;
    }
  }

  Optional<String> text(String member) {
    JsonNode value = body.path(member);
    return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
  }

  Optional<Long> number(String member) {
    JsonNode value = body.path(member);
    return value.isIntegralNumber() ? Optional.of(value.asLong()) : Optional.empty();
  }

  List<String> texts(String member) {
    List<String> texts = new ArrayList<>();
    body.path(member).forEach(item -> texts.add(item.asText()));
    return List.copyOf(texts);
  }
}
