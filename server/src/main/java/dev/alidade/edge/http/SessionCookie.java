package dev.alidade.edge.http;

import dev.alidade.operation.SessionOutput;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;

/** Keeps a session's token in a browser where no page can read it. */
final class SessionCookie {
  private SessionCookie() {}

  /** Browsers keep one jar for all ports of a host, where several servers may run. */
  static String nameFor(HttpServerRequest request) {
    int port = request.localAddress() == null ? 0 : request.localAddress().port();
    return "alidade_session_" + port;
  }

  /**
   * What to answer where an output begins or ends a session: a browser gets the token as a cookie
   * that lives as long as its window, and never in the answer itself.
   */
  static Record keep(HttpServerRequest request, Record output) {
    if (!(output instanceof SessionOutput change) || !Visitors.isBrowser(request)) {
      return output;
    }
    Cookie cookie =
        Cookie.cookie(nameFor(request), change.session().orElse(""))
            .setPath("/")
            .setHttpOnly(true)
            .setSameSite(CookieSameSite.STRICT)
            .setSecure(cameByHttps(request));
    if (change.session().isEmpty()) {
      cookie.setMaxAge(0);
    }
    request.response().addCookie(cookie);
    return change.withoutSession();
  }

  private static boolean cameByHttps(HttpServerRequest request) {
    // Believing a proxy's word, or a liar's, only makes the cookie stricter.
    return request.isSSL() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
  }
}
