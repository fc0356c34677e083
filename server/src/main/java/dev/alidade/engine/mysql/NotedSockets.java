package dev.alidade.engine.mysql;

import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.SocketFactory;

/** Makes the driver's sockets, which makes this by its name, and tells who connects of each. */
public final class NotedSockets extends SocketFactory {
  /** Where the socket of the connection that this thread makes is put. */
  static final ScopedValue<AtomicReference<Socket>> NEWEST = ScopedValue.newInstance();

  @Override
  public Socket createSocket() {
    Socket socket = new Socket();
    if (NEWEST.isBound()) {
      NEWEST.get().set(socket);
    }
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw unknown();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    throw unknown();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw unknown();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
    throw unknown();
  }

  private static UnsupportedOperationException unknown() {
    return new UnsupportedOperationException("the driver connects its sockets by itself");
  }
}
