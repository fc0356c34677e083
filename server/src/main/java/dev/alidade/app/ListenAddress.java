package dev.alidade.app;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Where the server listens, and under which names it is reached there. */
record ListenAddress(String host, int port) {
  /** The same address with a free port in place of port 0. */
  ListenAddress withRealPort() {
    if (port != 0) {
      return this;
    }
    try (ServerSocket socket = new ServerSocket(0)) {
      return new ListenAddress(host, socket.getLocalPort());
    } catch (IOException cause) {
      throw new AlidadeException(ErrorCode.PORT_IN_USE, "No port is free on this machine", cause);
    }
  }

  /** What a person types into a browser on this machine. */
  String url() {
    boolean isHere = isLoopback() || host.equals("0.0.0.0") || host.equals("::");
    String name = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    return "http://" + (isHere ? "localhost" : name) + ":" + port;
  }

  /** Whether only this machine reaches it. */
  boolean isLoopback() {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost") || name.matches("127(\\.[0-9]{1,3}){3}") || name.equals("::1");
  }

  /** The names besides those of loopback under which this machine is reached. */
  Set<String> outsideNames() {
    if (isLoopback()) {
      return Set.of();
    }
    Set<String> names = new HashSet<>(Set.of(host));
    try {
      names.add(InetAddress.getLocalHost().getHostName());
      for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        network.inetAddresses().map(InetAddress::getHostAddress).forEach(names::add);
      }
    } catch (IOException nameless) {
      // The address that was asked for stands already.
    }
    return names;
  }
}
