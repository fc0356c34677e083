package dev.alidade.edge.http;

import dev.alidade.base.ErrorCode;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses requests for a host, or from a web page of an origin, that is not exactly an allowed one:
 * a page whose name was pointed at this machine (DNS rebinding) gets nothing.
 */
public final class Guard implements Handler<RoutingContext> {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}");
  private static final Pattern ABSOLUTE = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://([^/?#]*)");

  private final Set<String> allowed;

  /** Allows the loopback names and these hosts, on any port. */
  public Guard(Set<String> allowedHosts) {
    Set<String> names = new TreeSet<>(LOOPBACK);
    allowedHosts.forEach(host -> names.add(bracketed(host.toLowerCase(Locale.ROOT))));
    allowed = Set.copyOf(names);
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!hostOf(request).filter(allowed::contains).isPresent() || !isAllowedTarget(request)) {
      refuse(
          request,
          "This server does not answer for the host `%s`".formatted(named(request, "Host")));
      return;
    }
    List<String> origins = request.headers().getAll("Origin");
    if (origins.size() > 1 || (origins.size() == 1 && !isAllowedOrigin(origins.getFirst()))) {
      refuse(
          request,
          "This server does not answer pages from `%s`".formatted(named(request, "Origin")));
      return;
    }
    context.next();
  }

  private static Optional<String> hostOf(HttpServerRequest request) {
    List<String> hosts = request.headers().getAll("Host");
    if (hosts.size() == 1) {
      return hostName(hosts.getFirst());
    }
    if (hosts.isEmpty() && request.authority() != null) {
      return hostName(request.authority().toString());
    }
    return Optional.empty();
  }

  /** A target in absolute form names a host of its own, which counts before the header's. */
  private boolean isAllowedTarget(HttpServerRequest request) {
    Matcher absolute = ABSOLUTE.matcher(request.uri());
    return !absolute.find() || hostName(absolute.group(1)).filter(allowed::contains).isPresent();
  }

  private boolean isAllowedOrigin(String origin) {
    for (String scheme : List.of("http://", "https://")) {
      if (origin.startsWith(scheme)) {
        return hostName(origin.substring(scheme.length())).filter(allowed::contains).isPresent();
      }
    }
    return false;
  }

  /** The host of `host` or `host:port`, in lower case; empty for anything else. */
  static Optional<String> hostName(String text) {
    int end = text.startsWith("[") ? text.indexOf(']') + 1 : text.indexOf(':');
    if (end < 0 || (end == 0 && text.startsWith("["))) {
      end = text.length();
    }
    String port = text.substring(end);
    if (end == 0 || !(port.isEmpty() || PORT.matcher(port).matches())) {
      return Optional.empty();
    }
    return Optional.of(text.substring(0, end).toLowerCase(Locale.ROOT));
  }

  private static String bracketed(String host) {
    return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
  }

  private static String named(HttpServerRequest request, String header) {
    String value = request.getHeader(header);
    return value == null ? "" : value;
  }

  private static void refuse(HttpServerRequest request, String what) {
    Answers.refuse(
        request,
        403,
        ErrorCode.ORIGIN_DENIED,
        what + "; open it as localhost, or name the host in the server's configuration");
  }
}
