package dev.alidade.engine.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A TCP proxy in front of a server that fails as it is told to. */
public final class FaultProxy implements AutoCloseable {
  private volatile int target;
  private final int port;
  private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicLong untilCut = new AtomicLong(Long.MAX_VALUE);
  private volatile ServerSocket listener;
  private volatile boolean hanging;
  private volatile Duration delay = Duration.ZERO;

  private FaultProxy(int target) throws IOException {
    this.target = target;
    this.listener = listen(0);
    this.port = listener.getLocalPort();
    accept(listener);
  }

  /** A proxy before a server of this machine; everything passes. */
  public static FaultProxy before(int target) {
    try {
      return new FaultProxy(target);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public int port() {
    return port;
  }

  /** Connections that stand now. */
  public int open() {
    return pairs.size();
  }

  /** Connections that were ever accepted. */
  public int accepted() {
    return accepted.get();
  }

  /** Lets nothing through any more, in either direction, but keeps every connection. */
  public void hang() {
    hanging = true;
  }

  /** Holds every piece of data back for a while. */
  public void slow(Duration eachPiece) {
    delay = eachPiece;
  }

  /** Breaks the connection over which that many more bytes come from the server, once. */
  public void cutAfter(long bytes) {
    untilCut.set(bytes);
  }

  /** Breaks all connections that stand, as a server that crashes does. */
  public void reset() {
    pairs.forEach(Pair::reset);
  }

  /** Another server is there from now on. */
  public void moveTo(int otherTarget) {
    target = otherTarget;
    reset();
  }

  /** The server is gone: connections break and new ones are refused. */
  public void down() {
    close(listener);
    reset();
  }

  /** The server is back, and nothing is held any more. */
  public void up() {
    hanging = false;
    delay = Duration.ZERO;
    untilCut.set(Long.MAX_VALUE);
    if (listener.isClosed()) {
      try {
        listener = listen(port);
        accept(listener);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  @Override
  public void close() {
    close(listener);
    reset();
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
    return socket;
  }

  private void accept(ServerSocket socket) {
    Thread.ofVirtual()
        .name("fault-proxy")
        .start(
            () -> {
              while (!socket.isClosed()) {
                try {
                  connect(socket.accept());
                } catch (IOException closedOrRefused) {
                  // The client sees it.
                }
              }
            });
  }

  private void connect(Socket client) throws IOException {
    accepted.incrementAndGet();
    Socket server = new Socket();
    Pair pair = new Pair(client, server);
    pairs.add(pair);
    if (listener.isClosed()) {
      // It was accepted while the server went down, and would have outlived it.
      pair.reset();
      return;
    }
    try {
      server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 5_000);
    } catch (IOException refused) {
      pair.reset();
      return;
    }
    Thread.ofVirtual().start(() -> pump(pair, client, server, false));
    Thread.ofVirtual().start(() -> pump(pair, server, client, true));
  }

  private void pump(Pair pair, Socket from, Socket to, boolean counted) {
    byte[] piece = new byte[16 * 1024];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int size = in.read(piece); size >= 0; size = in.read(piece)) {
        if (counted && untilCut.get() != Long.MAX_VALUE && untilCut.addAndGet(-size) < 0) {
          untilCut.set(Long.MAX_VALUE);
          pair.reset();
          return;
        }
        while (hanging && !from.isClosed()) {
          Thread.sleep(5);
        }
        if (!delay.isZero()) {
          Thread.sleep(delay);
        }
        out.write(piece, 0, size);
        out.flush();
      }
      pair.end();
    } catch (IOException broken) {
      pair.reset();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception alreadyClosed) {
      // It is closed, which was the point.
    }
  }

  private final class Pair {
    private final Socket client;
    private final Socket server;

    Pair(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void reset() {
      try {
        // Without lingering the other end sees a reset rather than an orderly end.
        client.setSoLinger(true, 0);
      } catch (SocketException alreadyClosed) {
        // Then it has been seen.
      }
      end();
    }

    void end() {
      close(client);
      close(server);
      pairs.remove(this);
    }
  }
}
