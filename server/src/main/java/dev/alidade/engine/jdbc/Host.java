package dev.alidade.engine.jdbc;

import java.util.Locale;
import java.util.Objects;

/** Where a server listens. */
public record Host(String name, int port) {
  public Host {
    Objects.requireNonNull(name, "name");
    if (!name.matches("[^\\s:/@]+|[0-9a-fA-F.:]+") || port < 1 || port > 65_535) {
      throw new IllegalArgumentException("has no host, or a port beyond 65535");
    }
  }

  /**
   * Reads {@code name}, {@code name:port} or {@code [address]:port}.
   *
   * @throws IllegalArgumentException if the text is none of them
   */
  public static Host parse(String text, int usualPort) {
    String written = text.strip();
    int colon = written.lastIndexOf(':');
    if (written.startsWith("[")) {
      int close = written.indexOf(']');
      if (close < 0 || (colon > close && colon != close + 1)) {
        throw new IllegalArgumentException("has an address in brackets that does not end with ]");
      }
      int port = colon > close ? port(written.substring(colon + 1)) : usualPort;
      return new Host(written.substring(1, close), port);
    }
    if (colon < 0 || written.matches("[0-9a-fA-F.]*:[0-9a-fA-F.:]*:[0-9a-fA-F.:]*")) {
      return new Host(written, usualPort);
    }
    return new Host(written.substring(0, colon), port(written.substring(colon + 1)));
  }

  /** Whether it is this machine, so that nothing travels over a network. */
  public boolean isLoopback() {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals("localhost") || lower.startsWith("127.") || lower.equals("::1");
  }

  /** As a URL writes it. */
  @Override
  public String toString() {
    return (name.indexOf(':') >= 0 ? "[" + name + "]" : name) + ":" + port;
  }

  private static int port(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notRepeated) {
      // The text may be a part of a password, so it is not repeated.
      throw new IllegalArgumentException("has a port that is not a number");
    }
  }
}
