package dev.alidade.edge.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.operation.Json;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/** Collects the body of a request, within the limit, and reads it as JSON. */
public final class RequestBody {
  // Time for a client to read the refusal of a body that it is still sending.
  private static final long LINGER_MILLISECONDS = 10_000;
  // Who sends nothing for so long holds a connection for nothing.
  private static final long SLOWEST_MILLISECONDS = 30_000;
  private static final int FULL_SECONDS = 5;

  private final Vertx vertx;
  private final HttpServerRequest request;
  private final int largest;
  private final long slowest;
  private final Consumer<byte[]> then;
  private final BodyRoom room;
  private final Crowd.Guest guest;
  private Buffer collected = Buffer.buffer();
  private boolean refused;
  private boolean complete;
  private boolean moved;
  private long taken;
  private long timer;

  private RequestBody(
      Vertx vertx,
      HttpServerRequest request,
      int largest,
      long slowest,
      BodyRoom room,
      Crowd.Guest guest,
      Consumer<byte[]> then) {
    this.vertx = vertx;
    this.request = request;
    this.largest = largest;
    this.slowest = slowest;
    this.room = room;
    this.guest = guest;
    this.then = then;
  }

  /**
   * Hands the whole body to {@code then} on a virtual thread, or refuses it itself; then its guest
   * leaves.
   */
  public static void read(
      Vertx vertx, HttpServerRequest request, Crowd.Guest guest, Consumer<byte[]> then) {
    read(vertx, request, Json.LARGEST_BODY, guest, then);
  }

  /** The same for a body of at most {@code largest} bytes. */
  static void read(
      Vertx vertx,
      HttpServerRequest request,
      int largest,
      Crowd.Guest guest,
      Consumer<byte[]> then) {
    read(vertx, request, largest, SLOWEST_MILLISECONDS, BodyRoom.OF_PROCESS, guest, then);
  }

  /**
   * The same for a body of which something comes within every {@code slowest} milliseconds, and
   * within a room of its own.
   */
  static void read(
      Vertx vertx,
      HttpServerRequest request,
      int largest,
      long slowest,
      BodyRoom room,
      Crowd.Guest guest,
      Consumer<byte[]> then) {
    RequestBody body = new RequestBody(vertx, request, largest, slowest, room, guest, then);
    body.timer = vertx.setPeriodic(slowest, ignored -> body.watch());
    request.handler(body::take);
    request.exceptionHandler(gone -> body.leave());
    request.endHandler(ignored -> body.complete());
    request.resume();
  }

  private void take(Buffer chunk) {
    moved = true;
    if (refused) {
      return;
    }
    if (collected.length() + chunk.length() > largest) {
      refuse(
          413,
          ErrorCode.REQUEST_TOO_LARGE,
          "The body is larger than the %d kB that this request may have".formatted(largest / 1024));
      return;
    }
    if (!hasRoomFor(chunk)) {
      refuse(
          503,
          ErrorCode.OVERLOADED,
          "The server works on as many large requests as it has memory for; try again in %d s"
              .formatted(FULL_SECONDS));
      return;
    }
    collected.appendBuffer(chunk);
  }

  private boolean hasRoomFor(Buffer chunk) {
    int length = collected.length() + chunk.length();
    if (length <= BodyRoom.SMALL) {
      return true;
    }
    int more = (int) (length - taken);
    boolean hasRoom = room.take(more);
    taken += hasRoom ? more : 0;
    return hasRoom;
  }

  /** It will not be worked on. */
  private void leave() {
    vertx.cancelTimer(timer);
    if (!complete) {
      room.give(taken);
      taken = 0;
      guest.leave();
    }
  }

  private void watch() {
    if (moved) {
      moved = false;
      return;
    }
    refuse(
        408,
        ErrorCode.REQUEST_TOO_SLOW,
        "Nothing came of the body for %,d s; send it again without a pause"
            .formatted(Math.max(1, slowest / 1000)));
  }

  private void refuse(int status, ErrorCode code, String message) {
    refused = true;
    collected = Buffer.buffer();
    leave();
    if (status == 503) {
      request.response().putHeader("Retry-After", Integer.toString(FULL_SECONDS));
    }
    Answers.refuse(request, status, code, message);
    vertx.setTimer(LINGER_MILLISECONDS, ignored -> closeUnlessRead());
  }

  private void closeUnlessRead() {
    if (!request.isEnded()) {
      Answers.breakOff(request);
    }
  }

  private void complete() {
    vertx.cancelTimer(timer);
    if (refused) {
      return;
    }
    complete = true;
    byte[] bytes = collected.getBytes();
    long held = taken;
    Thread.startVirtualThread(
        () -> {
          try {
            then.accept(bytes);
          } finally {
            room.give(held);
            guest.leave();
          }
        });
  }

  /** The JSON that a body holds; fails with MALFORMED_REQUEST and the place. */
  public static JsonNode json(byte[] body) {
    requireUtf8(body);
    try {
      JsonNode node = Json.mapper().readTree(body);
      if (node == null || node.isMissingNode()) {
        throw new AlidadeException(
            ErrorCode.MALFORMED_REQUEST, "The body is empty; send a JSON object such as {}");
      }
      return node;
    } catch (JsonProcessingException failure) {
      throw malformed(failure);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void requireUtf8(byte[] body) {
    boolean ascii = true;
    for (byte unit : body) {
      if (unit <= 0) {
        ascii = false;
        if (unit == 0) {
          throw notUtf8();
        }
      }
    }
    if (ascii) {
      return;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
    } catch (CharacterCodingException failure) {
      throw notUtf8();
    }
  }

  private static AlidadeException notUtf8() {
    return new AlidadeException(
        ErrorCode.MALFORMED_REQUEST, "The body is not text in UTF-8; encode the JSON as UTF-8");
  }

  private static AlidadeException malformed(JsonProcessingException failure) {
    JsonLocation place = failure.getLocation();
    String what = failure.getOriginalMessage().lines().findFirst().orElse("not JSON");
    if (place == null || place.getLineNr() < 1 || place.getColumnNr() < 1) {
      return new AlidadeException(
          ErrorCode.MALFORMED_REQUEST, "The body is not JSON: " + what, failure);
    }
    Location location =
        new Location(
            place.getLineNr(),
            place.getColumnNr(),
            (int) Math.max(0, Math.max(place.getCharOffset(), place.getByteOffset())));
    return new AlidadeException(
        ErrorCode.MALFORMED_REQUEST,
        "The body is not JSON at line %d, column %d: %s"
            .formatted(location.line(), location.column(), what),
        Optional.of(location),
        failure);
  }
}
