package dev.alidade.engine.jdbc;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a URL such as {@code jdbc:scheme://user:password@one:1,two:2/database?option=value} says; it
 * may hold a password, so it is never printed.
 */
record ServerAddress(
    List<Host> hosts,
    Optional<String> database,
    Optional<String> username,
    Optional<String> password,
    Map<String, String> options) {
  ServerAddress {
    hosts = List.copyOf(hosts);
    options = Map.copyOf(options);
  }

  /**
   * Reads a URL of one of {@code schemes}.
   *
   * @throws IllegalArgumentException whose message says what is wrong without repeating the URL
   */
  static ServerAddress parse(String url, Collection<String> schemes, int usualPort) {
    String rest = url.strip();
    if (rest.startsWith("jdbc:")) {
      rest = rest.substring("jdbc:".length());
    }
    int separator = rest.indexOf("://");
    if (separator < 0 || !schemes.contains(rest.substring(0, separator))) {
      throw new IllegalArgumentException(
          "must begin with " + String.join("://, ", schemes) + "://, with or without jdbc: before");
    }
    rest = rest.substring(separator + 3);
    Map<String, String> options = new LinkedHashMap<>();
    int question = rest.indexOf('?');
    if (question >= 0) {
      options = options(rest.substring(question + 1));
      rest = rest.substring(0, question);
    }
    int slash = rest.indexOf('/');
    Optional<String> database =
        slash < 0 ? Optional.empty() : present(decode(rest.substring(slash + 1)));
    String authority = slash < 0 ? rest : rest.substring(0, slash);
    Optional<String> username = Optional.empty();
    Optional<String> password = Optional.empty();
    int at = authority.lastIndexOf('@');
    if (at >= 0) {
      String account = authority.substring(0, at);
      int colon = account.indexOf(':');
      username = present(decode(colon < 0 ? account : account.substring(0, colon)));
      password = colon < 0 ? Optional.empty() : present(decode(account.substring(colon + 1)));
      authority = authority.substring(at + 1);
    }
    return new ServerAddress(hosts(authority, usualPort), database, username, password, options);
  }

  /** The names of its parts only: the password and options may be secret. */
  @Override
  public String toString() {
    return hosts + database.map(name -> "/" + name).orElse("");
  }

  private static List<Host> hosts(String authority, int usualPort) {
    List<Host> hosts = new ArrayList<>();
    for (String host : authority.split(",", -1)) {
      if (host.isBlank()) {
        throw new IllegalArgumentException("must name a host after ://");
      }
      hosts.add(Host.parse(host, usualPort));
    }
    return hosts;
  }

  private static Map<String, String> options(String query) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        options.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return options;
  }

  // A plus is itself in a user name or password; only a form would mean a space by it.
  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException("has a % that is not followed by two digits", malformed);
    }
  }

  private static Optional<String> present(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
