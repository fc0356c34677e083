package dev.alidade.bench.server;

import dev.alidade.bench.load.HttpConnection;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A running server, ours or another's, that listens on a port of this machine. */
public final class ServerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final int port;

  private ServerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * A running server.
   *
   * @param elapsed from its fork to its first answer
   * @param computed by its threads until then, which others on the machine do not lengthen
   */
  public record Started(ServerProcess server, Duration elapsed, Duration computed) {}

  /** What shows that a server is there. */
  public interface Probe {
    /** Whether the server on this port answered as it should; fails while nobody listens. */
    boolean answers(int port) throws IOException;
  }

  /** A probe that is content with an answer of status 200. */
  public static Probe answering(byte[] request) {
    return port -> {
      try (HttpConnection connection = new HttpConnection(port)) {
        return connection.exchange(request).status() == 200;
      }
    };
  }

  /** Starts a server and returns when the probe succeeds; its output is kept in {@code folder}. */
  public static Started start(ServerCommand command, Path folder, Probe probe) throws Exception {
    int port = freePort();
    Path log = Files.createDirectories(folder).resolve("server-" + port + ".log");
    ProcessBuilder builder = command.in(folder, port);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    long before = System.nanoTime();
    ServerProcess server = new ServerProcess(builder.start(), port);
    while (System.nanoTime() - before < PATIENCE.toNanos() && server.process.isAlive()) {
      try {
        if (probe.answers(port)) {
          Duration elapsed = Duration.ofNanos(System.nanoTime() - before);
          return new Started(server, elapsed, server.computed());
        }
      } catch (IOException notYet) {
        TimeUnit.MILLISECONDS.sleep(2);
      }
    }
    server.close();
    throw new IllegalStateException(
        "`%s` did not start: %s".formatted(command.words().getFirst(), Files.readString(log)));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** How long its threads have computed so far. */
  public Duration computed() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Resident memory in megabytes, with that of processes it started; 0 where nobody tells. */
  public double residentMegabytes() throws IOException {
    long bytes = 0;
    for (long one :
        Stream.concat(Stream.of(process.toHandle()), process.descendants())
            .mapToLong(ProcessHandle::pid)
            .toArray()) {
      bytes += ResidentMemory.of(one);
    }
    return bytes / (1024.0 * 1024);
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
}
