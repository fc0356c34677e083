package dev.alidade.edge.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.ErrorType;
import dev.alidade.base.Location;
import dev.alidade.operation.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Has a running server do the work, by REST. */
final class ServerCalls implements Calls {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  private final URI server;
  private final Optional<String> apiKey;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();

  ServerCalls(String address, Optional<String> apiKey) {
    this.server = addressOf(address);
    this.apiKey = apiKey;
  }

  private static URI addressOf(String address) {
    String trimmed = address.replaceAll("/+$", "");
    try {
      URI uri = URI.create(trimmed);
      if (uri.getHost() != null && trimmed.matches("https?://.*")) {
        return uri;
      }
    } catch (IllegalArgumentException malformed) {
      // Said below, with an example.
    }
    throw new AlidadeException(
        ErrorCode.INVALID_INPUT,
        "The server's address must look like http://localhost:8484, not `%s`".formatted(address));
  }

  @Override
  public JsonNode call(String operation, ObjectNode input) {
    try (InputStream body = post(operation, "application/json", input)) {
      return Json.mapper().readTree(body);
    } catch (JsonProcessingException malformed) {
      throw notAlidade("its answer is no JSON", malformed);
    } catch (IOException cause) {
      throw lost(cause);
    }
  }

  @Override
  public void stream(String operation, String mediaType, ObjectNode input, OutputStream out)
      throws IOException {
    try (InputStream body = post(operation, mediaType, input)) {
      body.transferTo(out);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private InputStream post(String operation, String accept, ObjectNode input) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + "/api/v1/" + operation))
            .header("Content-Type", "application/json")
            .header("Accept", accept)
            .POST(HttpRequest.BodyPublishers.ofString(input.toString()));
    apiKey.ifPresent(key -> request.header("Authorization", "Bearer " + key));
    HttpResponse<InputStream> response;
    try {
      response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AlidadeException(ErrorCode.QUERY_CANCELLED, "Interrupted", interrupted);
    } catch (IOException cause) {
      throw unreachable(cause);
    }
    if (response.statusCode() == 200) {
      return response.body();
    }
    throw failure(response);
  }

  private AlidadeException failure(HttpResponse<InputStream> response) {
    try (InputStream body = response.body()) {
      String text = new String(body.readNBytes(1 << 20), StandardCharsets.UTF_8);
      JsonNode error = Json.mapper().readTree(text).path("error");
      if (error.path("message").isTextual()) {
        return new AlidadeException(
            codeOf(error), error.path("message").asText(), locationOf(error), null);
      }
    } catch (IOException notJson) {
      return notAlidade("it answered with status " + response.statusCode(), notJson);
    }
    return notAlidade("it answered with status " + response.statusCode(), null);
  }

  /** A newer server may have codes that this program does not; the type tells enough. */
  private static ErrorCode codeOf(JsonNode error) {
    String name = error.path("code").asText();
    Optional<ErrorCode> known =
        Arrays.stream(ErrorCode.values()).filter(code -> code.name().equals(name)).findFirst();
    return known.orElseGet(
        () ->
            Arrays.stream(ErrorType.values())
                .filter(type -> type.name().equals(error.path("type").asText()))
                .findFirst()
                .map(ServerCalls::generalCode)
                .orElse(ErrorCode.INTERNAL));
  }

  private static ErrorCode generalCode(ErrorType type) {
    return switch (type) {
      case USER -> ErrorCode.INVALID_INPUT;
      case DENIED -> ErrorCode.PERMISSION_DENIED;
      case RESOURCES -> ErrorCode.OVERLOADED;
      case EXTERNAL -> ErrorCode.ENGINE_FAILED;
      case INTERNAL -> ErrorCode.INTERNAL;
    };
  }

  private static Optional<Location> locationOf(JsonNode error) {
    JsonNode location = error.path("location");
    int line = location.path("line").asInt();
    int column = location.path("column").asInt();
    if (line < 1 || column < 1) {
      return Optional.empty();
    }
    return Optional.of(new Location(line, column, Math.max(0, location.path("offset").asInt())));
  }

  private AlidadeException unreachable(IOException cause) {
    String container =
        Files.exists(Path.of("/.dockerenv")) && isLoopback()
            ? " (inside a container, localhost is the container itself)"
            : "";
    return new AlidadeException(
        ErrorCode.SOURCE_UNAVAILABLE,
        ("No server answers at %s%s; start one with `./alidade demo`, name another with --server,"
                + " or ask files without a server with --data PATH")
            .formatted(server, container),
        cause);
  }

  private boolean isLoopback() {
    return server.getHost().equals("localhost") || server.getHost().startsWith("127.");
  }

  private AlidadeException lost(IOException cause) {
    return new AlidadeException(
        ErrorCode.SOURCE_UNAVAILABLE,
        "The connection to %s broke before the answer was whole; see whether it still runs"
            .formatted(server),
        cause);
  }

  private AlidadeException notAlidade(String why, Throwable cause) {
    return new AlidadeException(
        ErrorCode.SOURCE_UNAVAILABLE,
        "What answers at %s is no Alidade server (%s); name another with --server"
            .formatted(server, why),
        cause);
  }
}
