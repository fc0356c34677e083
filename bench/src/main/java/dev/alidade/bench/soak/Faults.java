package dev.alidade.bench.soak;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alidade.bench.load.HttpConnection;
import dev.alidade.bench.server.Product;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What clients do wrong, one after the other. */
final class Faults {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MUCH = "SELECT i.* FROM order_items AS i CROSS JOIN stores";
  private static final String LONG =
      "SELECT count(*) FROM order_items AS a, order_items AS b WHERE a.quantity + b.quantity = 1.5";
  private static final List<String> WRONG =
      List.of(
          "SELECT colour FROM orders",
          "SELEC 1",
          "SELECT * FROM nowhere",
          "DROP TABLE orders",
          "SELECT count(*) FROM orders WHERE (((");

  private final int port;
  private int turn;

  Faults(int port) {
    this.port = port;
  }

  /** Does the next one. */
  void next() throws Exception {
    switch (turn++ % 5) {
      case 0 -> leave(Product.stream("shop", MUCH, "text/csv"), 1 << 12);
      case 1 -> leave(Product.call("query", Product.statement("shop", LONG)), 0);
      case 2 -> leaveWithHalfOfARequest();
      case 3 -> sendWrongStatements();
      default -> cancel();
    }
  }

  /** Reads a part of the answer and closes. */
  private void leave(byte[] request, int bytes) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request);
      socket.getInputStream().readNBytes(bytes);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private void leaveWithHalfOfARequest() throws Exception {
    byte[] request = Product.call("query", Product.statement("shop", MUCH));
    leave(Arrays.copyOf(request, request.length - 20), 0);
  }

  private void sendWrongStatements() throws IOException {
    try (HttpConnection connection = new HttpConnection(port)) {
      for (String sql : WRONG) {
        HttpConnection.Answer answer =
            connection.exchange(Product.call("query", Product.statement("shop", sql)));
        if (answer.status() < 400 || answer.status() >= 500) {
          throw new IllegalStateException(
              "%s is answered with %d: %s".formatted(sql, answer.status(), answer.body()));
        }
      }
    }
  }

  private void cancel() throws IOException {
    try (HttpConnection connection = new HttpConnection(port)) {
      String submitted =
          connection.expectOk(Product.call("submit_query", Product.statement("shop", LONG))).body();
      String job = JSON.readTree(submitted).path("job").asText();
      connection.expectOk(Product.call("cancel_job", "{\"job\": \"%s\"}".formatted(job)));
    }
  }
}
