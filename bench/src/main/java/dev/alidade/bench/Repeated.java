package dev.alidade.bench;

import java.io.IOException;
import java.util.function.IntFunction;

/** A worker that sends a request for one key after the other, over one connection. */
final class Repeated implements ClosedLoop.Worker {
  private final HttpConnection connection;
  private final int keys;
  private final IntFunction<byte[]> request;
  private int key;

  Repeated(int port, int keys, IntFunction<byte[]> request) throws IOException {
    this.connection = new HttpConnection(port);
    this.keys = keys;
    this.request = request;
  }

  @Override
  public void once() throws IOException {
    connection.expectOk(request.apply(key++ % keys + 1));
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
