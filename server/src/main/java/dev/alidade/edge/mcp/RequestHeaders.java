package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.edge.mcp.protocol.Incoming;
import dev.alidade.edge.mcp.protocol.ProtocolException;
import io.vertx.core.MultiMap;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the headers of a request with its body, so that who routes by the one and who serves by
 * the other see the same (MCP 2026-07-28, Streamable HTTP, server validation).
 */
final class RequestHeaders {
  static final String VERSION = "MCP-Protocol-Version";
  private static final String METHOD = "Mcp-Method";
  private static final String NAME = "Mcp-Name";
  private static final String PARAMETER = "Mcp-Param-";
  private static final String ENCODED = "=?base64?";
  private static final String ENCODED_END = "?=";
  private static final Map<String, String> NAMED =
      Map.of(
          "tools/call", "name",
          "prompts/get", "name",
          "resources/read", "uri",
          "tasks/get", "taskId",
          "tasks/update", "taskId",
          "tasks/cancel", "taskId");

  private final MultiMap headers;

  RequestHeaders(MultiMap headers) {
    this.headers = headers;
  }

  /** Fails if the version in the header is not that of the message. */
  void checkVersion(Incoming.Request request) {
    JsonNode inBody =
        request.params().path("_meta").path("io.modelcontextprotocol/protocolVersion");
    if (inBody.isTextual()) {
      check(VERSION, inBody.textValue(), Optional.ofNullable(headers.get(VERSION)));
    }
  }

  /** Fails if the method or the name in the headers is not that of the message. */
  void checkRouting(Incoming.Request request) {
    check(METHOD, request.method(), single(METHOD));
    String field = NAMED.get(request.method());
    if (field != null && request.params().path(field).isTextual()) {
      check(NAME, request.params().get(field).textValue(), single(NAME).map(this::decoded));
    }
  }

  /** Fails if a parameter that its tool wants as a header too is not there, or another one. */
  void checkParameters(ObjectNode inputSchema, Incoming.Request request) {
    checkProperties(inputSchema, request.params().path("arguments"));
  }

  private void checkProperties(JsonNode schema, JsonNode arguments) {
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      JsonNode value = arguments.path(property.getKey());
      JsonNode header = property.getValue().path("x-mcp-header");
      if (header.isTextual() && !value.isMissingNode() && !value.isNull()) {
        String name = PARAMETER + header.textValue();
        Optional<String> given = single(name).map(this::decoded);
        if (!value.isNumber() || !given.filter(number -> isSame(value, number)).isPresent()) {
          check(name, value.asText(), given);
        }
      }
      checkProperties(property.getValue(), value);
    }
  }

  private Optional<String> single(String name) {
    List<String> all = headers.getAll(name);
    if (all.size() > 1) {
      throw ProtocolException.headerMismatch("The header `%s` stands there twice".formatted(name));
    }
    return all.stream().findFirst().map(String::strip);
  }

  private static void check(String header, String inBody, Optional<String> inHeader) {
    if (inHeader.isEmpty()) {
      throw ProtocolException.headerMismatch(
          "The header `%s` is missing; it says what the message says".formatted(header));
    }
    if (!inHeader.get().equals(inBody)) {
      throw ProtocolException.headerMismatch(
          "The header `%s` is not what the message says".formatted(header));
    }
  }

  private static boolean isSame(JsonNode value, String number) {
    return number.matches("-?[0-9]{1,20}(\\.[0-9]{1,20})?")
        && value.decimalValue().compareTo(new BigDecimal(number)) == 0;
  }

  private String decoded(String value) {
    if (!value.startsWith(ENCODED)
        || !value.endsWith(ENCODED_END)
        || value.length() < ENCODED.length() + ENCODED_END.length()) {
      return value;
    }
    String encoded = value.substring(ENCODED.length(), value.length() - ENCODED_END.length());
    try {
      if (encoded.length() % 4 != 0) {
        throw new IllegalArgumentException("padding");
      }
      byte[] bytes = Base64.getDecoder().decode(encoded);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException malformed) {
      throw ProtocolException.headerMismatch("A header holds what is not Base64 of UTF-8");
    }
  }
}
