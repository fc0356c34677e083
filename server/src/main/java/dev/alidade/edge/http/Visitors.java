package dev.alidade.edge.http;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Trace;
import dev.alidade.operation.Authenticator;
import dev.alidade.operation.Credential;
import dev.alidade.operation.Entrance;
import dev.alidade.operation.Visit;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from requests who sends them: an `Authorization: Bearer`, or a session's cookie. */
public final class Visitors {
  private static final Pattern BEARER =
      Pattern.compile("Bearer +([\\x21-\\x7e]+)", Pattern.CASE_INSENSITIVE);

  private final Authenticator authenticator;

  /** Asks this authenticator. */
  public Visitors(Authenticator authenticator) {
    this.authenticator = authenticator;
  }

  /** Who sends a request to this door; fails as the authenticator does. */
  public Visit visit(HttpServerRequest request, String door) {
    return traced(Visit.of(authenticator, credential(request, door)), request);
  }

  /** The same for what may be called by strangers too. */
  Visit anybody(HttpServerRequest request, String door) {
    return traced(Visit.ofAnybody(authenticator, credential(request, door)), request);
  }

  private static Visit traced(Visit visit, HttpServerRequest request) {
    List<String> parents = request.headers().getAll("traceparent");
    if (parents.size() != 1) {
      return visit;
    }
    List<String> states = request.headers().getAll("tracestate");
    Optional<String> state =
        states.isEmpty() ? Optional.empty() : Optional.of(String.join(",", states));
    return Trace.read(parents.getFirst(), state).map(visit::partOf).orElse(visit);
  }

  private static Credential credential(HttpServerRequest request, String door) {
    Optional<Credential.Bearer> bearer = bearer(request, door);
    if (bearer.isPresent()) {
      return bearer.get();
    }
    Entrance entrance = new Entrance(isBrowser(request) ? "web" : door, addressOf(request));
    Cookie session = request.getCookie(SessionCookie.nameFor(request));
    if (session == null || session.getValue().isEmpty()) {
      return new Credential.None(entrance);
    }
    checkOwnPage(request);
    return new Credential.Cookie(entrance, session.getValue());
  }

  /** What a request shows as `Authorization`. */
  static Optional<Credential.Bearer> bearer(HttpServerRequest request, String door) {
    List<String> shown = request.headers().getAll("Authorization");
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    Matcher bearer = BEARER.matcher(shown.getFirst().strip());
    boolean isOne = shown.size() == 1 && bearer.matches();
    // What is no single bearer token is a wrong one, never nobody's request.
    return Optional.of(
        new Credential.Bearer(
            new Entrance(door, addressOf(request)), isOne ? bearer.group(1) : ""));
  }

  private static String addressOf(HttpServerRequest request) {
    return request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
  }

  /** Browsers say of each request whence it comes; programs do not. */
  static boolean isBrowser(HttpServerRequest request) {
    return request.headers().contains("Sec-Fetch-Site") || request.headers().contains("Origin");
  }

  /**
   * A cookie comes along unasked, also from pages at another port of this host; so whatever may
   * change something must come from a page of exactly this address.
   */
  private static void checkOwnPage(HttpServerRequest request) {
    HttpMethod method = request.method();
    if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
      return;
    }
    String origin = request.headers().get("Origin");
    String host =
        request.authority() == null ? "" : request.authority().toString().toLowerCase(Locale.ROOT);
    if (origin == null || !origin.replaceFirst("^https?://", "").equalsIgnoreCase(host)) {
      throw new AlidadeException(
          ErrorCode.ORIGIN_DENIED,
          "A session's cookie counts only in requests of this server's own pages;"
              + " programs send `Authorization: Bearer KEY`");
    }
  }
}
