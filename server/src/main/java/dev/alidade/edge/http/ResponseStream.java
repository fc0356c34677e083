package dev.alidade.edge.http;

import dev.alidade.operation.Failure;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A response body of any size: the writing thread waits while too much is on its way to the client,
 * and a client that takes nothing of it is let go. The status is decided when the first chunk
 * leaves, so that a failure before it is a proper error.
 */
final class ResponseStream extends OutputStream {
  private static final int CHUNK = 64 * 1024;
  private static final int CHUNKS_ON_THE_WAY = 8;

  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final String mediaType;
  private final Encoding encoding;
  private final Duration longestUnread;
  private final OutputStream packed;
  private final Semaphore room = new Semaphore(CHUNKS_ON_THE_WAY);
  private final byte[] chunk = new byte[CHUNK];
  private int filled;
  private boolean started;
  private boolean dropped;
  private volatile boolean broken;

  /** A body of that type, packed as the client likes it, which takes some of it in that time. */
  ResponseStream(HttpServerRequest request, String mediaType, Duration longestUnread)
      throws IOException {
    this.request = request;
    this.response = request.response();
    this.mediaType = mediaType;
    this.encoding = Encoding.chosen(request, mediaType);
    this.longestUnread = longestUnread;
    this.packed = encoding.over(new Chunks());
  }

  @Override
  public void write(int unit) throws IOException {
    packed.write(unit);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    packed.write(bytes, offset, length);
  }

  /** Does nothing: whoever writes into the stream must not end the response, least of all early. */
  @Override
  public void close() {}

  /** Sends what is left and ends the response. */
  void finish() throws IOException {
    packed.close();
    checkReader();
    if (!started) {
      started = true;
      head();
    }
    Answers.letGoUnless(response.end(takeChunk()), request, longestUnread);
  }

  /**
   * Breaks the connection off if anything has left, so that no client takes a part for the whole.
   *
   * @return false if the failure can still be answered
   */
  boolean abort(Throwable failure) {
    dropped = true;
    try {
      packed.close();
    } catch (IOException gone) {
      failure.addSuppressed(gone);
    }
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

  private void send() throws IOException {
    if (!started) {
      started = true;
      head();
      response.setChunked(true);
    }
    awaitRoom();
    checkReader();
    response
        .write(takeChunk())
        .onComplete(
            written -> {
              broken |= written.failed();
              room.release();
            });
  }

  private void awaitRoom() throws IOException {
    try {
      if (room.tryAcquire(longestUnread.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the client was reading");
    }
    broken = true;
    Answers.breakOff(request);
    throw new IOException("the client has read nothing for " + longestUnread);
  }

  private void checkReader() throws IOException {
    if (broken || response.closed()) {
      throw new IOException("the client has closed the connection");
    }
  }

  private Buffer takeChunk() {
    Buffer bytes = Buffer.buffer(filled).appendBytes(chunk, 0, filled);
    filled = 0;
    return bytes;
  }

  private void head() {
    response
        .putHeader("Content-Type", mediaType)
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Content-Type-Options", "nosniff");
    encoding.name(response);
  }

  /** What is packed, collected until it is worth a message. */
  private final class Chunks extends OutputStream {
    @Override
    public void write(int unit) throws IOException {
      if (dropped) {
        return;
      }
      if (filled == CHUNK) {
        send();
      }
      chunk[filled++] = (byte) unit;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int from = offset;
      int left = dropped ? 0 : length;
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
  }
}
