package dev.alidade.bench.load;

import java.io.IOException;
import java.util.function.LongFunction;

/** Sends one request after the other over one connection. */
public final class HttpWorker implements Worker {
  private static final String TOOL_ERROR = "\"isError\":true";

  private final HttpConnection connection;
  private final LongFunction<byte[]> request;

  /** The request is made of the call's number. */
  public HttpWorker(int port, LongFunction<byte[]> request) throws IOException {
    this.connection = new HttpConnection(port);
    this.request = request;
  }

  @Override
  public void once(long number) throws IOException {
    HttpConnection.Answer answer = connection.exchange(request.apply(number));
    if (answer.status() != 200 || answer.body().contains(TOOL_ERROR)) {
      throw new Refused(answer.status(), answer.body());
    }
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
