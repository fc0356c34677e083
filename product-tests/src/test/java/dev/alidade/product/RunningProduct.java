package dev.alidade.product;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The product serving some data on a free port, as a process of its own. */
final class RunningProduct implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofMinutes(2);

  private final Process process;
  private final int port;
  private final Path state;
  private final Path log;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private RunningProduct(Process process, int port, Path state, Path log) {
    this.process = process;
    this.port = port;
    this.state = state;
    this.log = log;
  }

  /** Serves these files and folders, and returns when questions can be answered. */
  static RunningProduct serving(Path... data) throws Exception {
    return serving(List.of(), data);
  }

  /** The same with more options. */
  static RunningProduct serving(List<String> options, Path... data) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("demo"));
    arguments.addAll(options);
    for (Path path : data) {
      arguments.add(path.toString());
    }
    int port = freePort();
    arguments.addAll(List.of("--no-browser", "--port", Integer.toString(port)));
    Path state = Launcher.temporaryFolder("state");
    Path log = state.resolve("product.log");
    Process process =
        Launcher.command(state, arguments)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    RunningProduct product = new RunningProduct(process, port, state, log);
    product.awaitReady();
    return product;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() throws Exception {
    Instant latest = Instant.now().plus(LONGEST_START);
    while (Instant.now().isBefore(latest)) {
      if (!process.isAlive()) {
        throw new IllegalStateException("the product ended while it started:\n" + log());
      }
      try {
        if (send(to("/readyz")).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
    close();
    throw new IllegalStateException("the product did not get ready:\n" + log());
  }

  int port() {
    return port;
  }

  String address() {
    return "http://localhost:" + port;
  }

  /** Where it keeps what it must remember. */
  Path state() {
    return state;
  }

  long processId() {
    return process.pid();
  }

  /** Ends it at once, in the middle of whatever it does. */
  void kill() throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
  }

  /** What it wrote so far. */
  String log() throws IOException {
    return Files.readString(log);
  }

  /** How long its threads have computed so far. */
  Duration computed() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofMinutes(2));
  }

  HttpRequest.Builder post(String path, String body) {
    return to(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> reader)
      throws Exception {
    return client.send(request.build(), reader);
  }

  @Override
  public void close() {
    client.close();
    process.destroy();
    try {
      if (process.waitFor(20, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
