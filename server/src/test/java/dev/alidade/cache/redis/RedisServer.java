package dev.alidade.cache.redis;

import dev.alidade.cache.shared.SharedSettings;
import dev.alidade.cache.shared.ShelfAddress;
import dev.alidade.engine.TestCertificate;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** A real Redis that keeps nothing on disk, reached on the loopback interface only. */
public final class RedisServer implements AutoCloseable {
  private static final String SECRET = "a secret that all the instances have";

  /** Stands for the port among options. */
  private static final String PORT = "{port}";

  private final int port = freePort();
  private final List<String> options;
  private final Path folder;
  private Process process;

  private RedisServer(List<String> options) {
    this.options = options;
    try {
      folder = Files.createTempDirectory("redis");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Starts one, with further options of redis-server. */
  public static RedisServer own(String... options) {
    RedisServer server = new RedisServer(List.of(options));
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    server.start();
    return server;
  }

  /** One that is reached over TLS only. */
  static RedisServer secured(TestCertificate certificate) {
    return own(
        "--port",
        "0",
        "--tls-port",
        PORT,
        "--tls-auth-clients",
        "no",
        "--tls-cert-file",
        certificate.certificate().toString(),
        "--tls-key-file",
        certificate.key().toString());
  }

  public int port() {
    return port;
  }

  /** How instances share here, waiting for answers as long as a busy machine may take. */
  public SharedSettings settings() {
    return settings(Optional.empty(), SECRET, Duration.ofSeconds(2));
  }

  /** The same with another password, secret or patience. */
  public SharedSettings settings(Optional<String> password, String secret, Duration patience) {
    return new SharedSettings(
        new ShelfAddress("127.0.0.1", port, false, 0, Optional.empty(), password, Optional.empty()),
        secret,
        "alidade:",
        patience);
  }

  /** Starts it (again) on the same port, and empty. */
  public void start() {
    List<String> command =
        new ArrayList<>(
            List.of(
                "redis-server",
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no",
                "--dir",
                folder.toString()));
    options.forEach(option -> command.add(option.equals(PORT) ? "" + port : option));
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!isListening()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("redis-server did not start; see " + folder);
      }
      LockSupport.parkNanos(10_000_000);
    }
  }

  /** Ends it without warning. */
  public void kill() {
    process.destroyForcibly();
    try {
      process.waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets it answer nothing, with its connections open. */
  public void freeze() {
    signal("STOP");
  }

  /** Lets it go on. */
  public void thaw() {
    signal("CONT");
  }

  /** Asks it as anybody may who reaches it. */
  public <T> T ask(Function<RedisCommands<byte[], byte[]>, T> question) {
    try (RedisClient client = RedisClient.create(RedisURI.create("127.0.0.1", port));
        StatefulRedisConnection<byte[], byte[]> connection =
            client.connect(ByteArrayCodec.INSTANCE)) {
      return question.apply(connection.sync());
    }
  }

  @Override
  public void close() {
    kill();
    try {
      Files.deleteIfExists(folder.resolve("log"));
      Files.deleteIfExists(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void signal(String name) {
    try {
      int code =
          new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
      if (code != 0) {
        throw new IllegalStateException("kill -" + name + " failed");
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isListening() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
