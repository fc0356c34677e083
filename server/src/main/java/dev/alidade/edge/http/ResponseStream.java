package dev.alidade.edge.http;

import dev.alidade.operation.Failure;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;

/**
 * A response body of any size: the writing thread waits while too much is on its way to the client.
 * The status is decided when the first chunk leaves, so that a failure before it is a proper error.
 */
final class ResponseStream extends OutputStream {
  private static final int CHUNK = 64 * 1024;
  private static final int CHUNKS_ON_THE_WAY = 8;

  private final HttpServerResponse response;
  private final String mediaType;
  private final Semaphore room = new Semaphore(CHUNKS_ON_THE_WAY);
  private final byte[] chunk = new byte[CHUNK];
  private int filled;
  private boolean started;
  private volatile boolean broken;

  ResponseStream(HttpServerResponse response, String mediaType) {
    this.response = response;
    this.mediaType = mediaType;
  }

  @Override
  public void write(int unit) throws IOException {
    if (filled == CHUNK) {
      send();
    }
    chunk[filled++] = (byte) unit;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int from = offset;
    int left = length;
    while (left > 0) {
      if (filled == CHUNK) {
        send();
      }
      int part = Math.min(left, CHUNK - filled);
      System.arraycopy(bytes, from, chunk, filled, part);
      filled += part;
      from += part;
      left -= part;
    }
  }

  private void send() throws IOException {
    start();
    try {
      room.acquire();
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the client was reading");
    }
    if (broken || response.closed()) {
      throw new IOException("the client has closed the connection");
    }
    response
        .write(Buffer.buffer(filled).appendBytes(chunk, 0, filled))
        .onComplete(
            written -> {
              broken |= written.failed();
              room.release();
            });
    filled = 0;
  }

  private void start() {
    if (!started) {
      started = true;
      head();
      response.setChunked(true);
    }
  }

  private void head() {
    response
        .putHeader("Content-Type", mediaType)
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Content-Type-Options", "nosniff");
  }

  /** Does nothing: whoever writes into the stream must not end the response, least of all early. */
  @Override
  public void close() {}

  /** Sends what is left and ends the response. */
  void finish() throws IOException {
    if (broken || response.closed()) {
      throw new IOException("the client has closed the connection");
    }
    if (!started) {
      started = true;
      head();
    }
    response.end(Buffer.buffer(filled).appendBytes(chunk, 0, filled));
  }

  /**
   * Breaks the connection off if anything has left, so that no client takes a part for the whole.
   *
   * @return false if the failure can still be answered
   */
  boolean abort(Throwable failure) {
    if (broken || response.closed()) {
      return true;
    }
    if (started) {
      // Nobody is told of it any more; what is internal goes to the log here.
      Failure.of(failure);
      response.reset();
    }
    return started;
  }
}
