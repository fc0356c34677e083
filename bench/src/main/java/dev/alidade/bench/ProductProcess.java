package dev.alidade.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The built product, started through its launcher on the sample data. */
final class ProductProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final int port;

  private ProductProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it and returns when it answers {@code request}; the time is from fork to answer. */
  static Started start(Path launcher, Path state, byte[] request) throws Exception {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            launcher.toString(), "demo", "--no-browser", "--port", Integer.toString(port));
    builder.environment().put("ALIDADE_STATE", state.toString());
    Path log = Files.createDirectories(state).resolve("bench.log");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    long before = System.nanoTime();
    ProductProcess product = new ProductProcess(builder.start(), port);
    while (System.nanoTime() - before < PATIENCE.toNanos() && product.process.isAlive()) {
      try (HttpConnection connection = new HttpConnection(port)) {
        if (connection.exchange(request).status() == 200) {
          return new Started(product, Duration.ofNanos(System.nanoTime() - before));
        }
      } catch (IOException notYet) {
        Thread.sleep(5);
      }
    }
    product.close();
    throw new IllegalStateException("the product did not start: " + Files.readString(log));
  }

  /** A running product and how long it took to answer. */
  record Started(ProductProcess product, Duration elapsed) {}

  int port() {
    return port;
  }

  /** Resident memory of the server, in bytes, where the system tells. */
  long residentBytes() throws IOException {
    return ResidentMemory.of(process.pid());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  static byte[] ask(String question) {
    return HttpConnection.post(
        "/api/v1/ask", "application/json", "{\"question\": \"" + question + "\"}", Map.of());
  }
}
