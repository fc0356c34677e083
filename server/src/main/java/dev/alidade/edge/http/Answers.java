package dev.alidade.edge.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.ErrorType;
import dev.alidade.operation.Failure;
import dev.alidade.operation.Json;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Writes whole answers: JSON values and failures. */
public final class Answers {
  /** So long nothing may be taken of an answer that waits for its reader. */
  static final Duration LONGEST_UNREAD = Duration.ofSeconds(60);

  // What the system holds for a connection costs nothing here.
  private static final int LARGEST_UNWATCHED = 64 * 1024;
  private static final int SLOWEST_READER = 16 * 1024;

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
    Encoding encoding = Encoding.chosen(request, json.length);
    encoding.name(response);
    end(request, encoding.quickly(json));
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

  /** Sends a body and ends the response; who does not take what was sent is let go. */
  static void end(HttpServerRequest request, byte[] body) {
    Future<Void> sent = request.response().end(Buffer.buffer(body));
    if (body.length > LARGEST_UNWATCHED) {
      letGoUnless(sent, request, LONGEST_UNREAD.plusSeconds(body.length / SLOWEST_READER));
    }
  }

  /** Breaks off where what was sent is not taken within that time. */
  static void letGoUnless(Future<Void> sent, HttpServerRequest request, Duration time) {
    CompletableFuture<Void> _ =
        sent.toCompletionStage()
            .toCompletableFuture()
            .orTimeout(time.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete(
                (ignored, failure) -> {
                  if (failure instanceof TimeoutException) {
                    breakOff(request);
                  }
                });
  }

  /**
   * Ends a request without an answer, or within one. Others on its connection go on, unless its
   * client takes nothing of them either.
   */
  static void breakOff(HttpServerRequest request) {
    ChannelHandlerContext connection =
        ((ConnectionBase) request.connection()).channelHandlerContext();
    if (request.version() == HttpVersion.HTTP_2 && connection.channel().isWritable()) {
      request.response().reset();
      return;
    }
    // From below the framework's own handler, which would wait for what was sent to be taken.
    ChannelFuture _ = connection.close();
  }
}
