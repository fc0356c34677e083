package dev.alidade.edge.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.ErrorType;
import dev.alidade.operation.Failure;
import dev.alidade.operation.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Writes whole answers: JSON values and failures. */
public final class Answers {
  // Below this, compressing costs more than it saves.
  private static final int SMALLEST_COMPRESSED = 4 * 1024;

  private Answers() {}

  /** Ends the response with a value as JSON. */
  public static void json(HttpServerRequest request, int status, Object value) {
    json(request, status, bytes(value));
  }

  /** Ends the response with a text that is JSON already. */
  static void json(HttpServerRequest request, int status, byte[] json) {
    HttpServerResponse response = request.response();
    if (response.headWritten() || response.closed()) {
      return;
    }
    response
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Content-Type-Options", "nosniff");
    byte[] body = json;
    if (json.length >= SMALLEST_COMPRESSED) {
      response.putHeader("Vary", "Accept-Encoding");
      if (Negotiation.acceptsGzip(request)) {
        response.putHeader("Content-Encoding", "gzip");
        body = compressed(json, Deflater.BEST_SPEED);
      }
    }
    end(response, body);
  }

  /** Ends the response with the failure that a thrown thing means. */
  public static void failure(HttpServerRequest request, Throwable thrown) {
    failure(request, Failure.of(thrown), failure -> Map.of("error", failure));
  }

  /** Ends the response with a failure in the words of a protocol. */
  public static void failure(
      HttpServerRequest request, Failure failure, Function<Failure, Object> words) {
    if (failure.code() == ErrorCode.UNAUTHENTICATED) {
      request.response().putHeader("WWW-Authenticate", "Bearer");
    }
    if (failure.type() == ErrorType.RESOURCES) {
      request.response().putHeader("Retry-After", Integer.toString(HttpStatus.retryAfter(failure)));
    }
    json(request, HttpStatus.of(failure), words.apply(failure));
  }

  /** Ends the response with a refusal by the door itself. */
  public static void refuse(HttpServerRequest request, int status, ErrorCode code, String message) {
    json(request, status, Map.of("error", Failure.of(code, message)));
  }

  /** A value as JSON. */
  public static byte[] bytes(Object value) {
    try {
      return Json.mapper().writeValueAsBytes(value);
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static byte[] compressed(byte[] plain, int level) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 4 + 64);
    try (GZIPOutputStream gzip = new LeveledGzip(out, level)) {
      gzip.write(plain);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return out.toByteArray();
  }

  static void end(HttpServerResponse response, byte[] body) {
    response.end(Buffer.buffer(body));
  }

  private static final class LeveledGzip extends GZIPOutputStream {
    LeveledGzip(ByteArrayOutputStream out, int level) throws IOException {
      super(out, 8 * 1024);
      def.setLevel(level);
    }
  }
}
