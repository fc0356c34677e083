package dev.alidade.edge.http;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * The body of a request for a thread that reads it: the client is asked for more as it is read, so
 * that nothing piles up. It is made on the event loop.
 */
final class BodyStream extends InputStream {
  private static final int CHUNKS_AT_ONCE = 8;
  private static final long SLOWEST_SECONDS = 30;
  // Time for a client to read the refusal of a body that it is still sending.
  private static final long LINGER_MILLISECONDS = 10_000;

  private final Vertx vertx;
  private final HttpServerRequest request;
  private final Context loop;
  private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
  private Buffer current = Buffer.buffer();
  private int at;
  private int asked;
  private boolean ended;

  /** What has come: bytes, the end, or that the client is gone. */
  private sealed interface Part {
    record Bytes(Buffer buffer) implements Part {}

    record End() implements Part {}

    record Gone() implements Part {}
  }

  BodyStream(Vertx vertx, HttpServerRequest request) {
    this.vertx = vertx;
    this.request = request;
    loop = vertx.getOrCreateContext();
    request.pause();
    request.handler(chunk -> parts.add(new Part.Bytes(chunk)));
    request.endHandler(ignored -> parts.add(new Part.End()));
    request.exceptionHandler(gone -> parts.add(new Part.Gone()));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (at == current.length()) {
      if (ended) {
        return -1;
      }
      Optional<Buffer> next = next();
      ended = next.isEmpty();
      current = next.orElse(current);
      at = next.isEmpty() ? current.length() : 0;
    }
    int count = Math.min(length, current.length() - at);
    current.getBytes(at, at + count, bytes, offset);
    at += count;
    return count;
  }

  private Optional<Buffer> next() throws IOException {
    if (asked == 0) {
      asked = CHUNKS_AT_ONCE;
      loop.runOnContext(ignored -> request.fetch(CHUNKS_AT_ONCE));
    }
    asked--;
    try {
      return switch (parts.poll(SLOWEST_SECONDS, TimeUnit.SECONDS)) {
        case Part.Bytes(Buffer buffer) -> Optional.of(buffer);
        case Part.End() -> Optional.empty();
        case Part.Gone() -> throw new IOException("the client has closed the connection");
        case null ->
            throw new AlidadeException(
                ErrorCode.REQUEST_TOO_SLOW,
                "Nothing came of the file for %d s; send it again without a pause"
                    .formatted(SLOWEST_SECONDS));
      };
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the client was sending");
    }
  }

  /** Lets what is left of the body pass by, for as long as the client may take to see why. */
  @Override
  public void close() {
    try {
      loop.runOnContext(ignored -> letPass());
    } catch (RejectedExecutionException stopping) {
      // The server is stopping, and closes its connections itself.
    }
  }

  private void letPass() {
    if (request.isEnded()) {
      return;
    }
    request.handler(chunk -> {});
    request.endHandler(end -> {});
    request.resume();
    vertx.setTimer(LINGER_MILLISECONDS, late -> closeUnlessRead());
  }

  private void closeUnlessRead() {
    if (!request.isEnded()) {
      Answers.breakOff(request);
    }
  }
}
