package dev.alidade.edge.http;

import dev.alidade.base.ErrorCode;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Serves the web pages that are bundled on the class path, with every header that guards them. */
final class WebPages {
  private static final String INDEX = "/index.html";
  private static final String CONTENT_SECURITY_POLICY =
      String.join(
          "; ",
          "default-src 'self'",
          "script-src 'self'",
          // Charts and editors size their parts by inline styles.
          "style-src 'self' 'unsafe-inline'",
          "img-src 'self' data: blob:",
          "font-src 'self' data:",
          "connect-src 'self'",
          "worker-src 'self' blob:",
          "object-src 'none'",
          "base-uri 'none'",
          "form-action 'self'",
          "frame-ancestors 'none'");
  private static final String NOT_BUNDLED =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>Alidade</title>
      <h1>Alidade is running</h1>
      <p>This build has no web pages. Stop it and start it with <code>./alidade demo</code>,
      which builds them.</p>
      <p>The other doors are open: <a href="/openapi.json">REST</a> at <code>/api/v1</code>,
      MCP at <code>/mcp</code>.</p>
      </html>
      """;

  private final Map<String, StaticFile> files = new ConcurrentHashMap<>();

  void handle(RoutingContext context) {
    if (!HttpDoor.isRead(context)) {
      return;
    }
    String path = context.normalizedPath();
    StaticFile known = files.get(path);
    if (known != null && known.isReady(encoding(context.request(), known))) {
      send(context.request(), path, known);
      return;
    }
    // Reading and packing a file is no work for the event loop.
    Thread.startVirtualThread(() -> loadAndSend(context, path));
  }

  private void loadAndSend(RoutingContext context, String path) {
    HttpServerRequest request = context.request();
    try {
      Optional<StaticFile> file = load(path);
      if (file.isPresent()) {
        send(request, path, file.get());
        return;
      }
      if (path.startsWith("/api") || !isPage(request, path)) {
        Answers.refuse(request, 404, ErrorCode.RESOURCE_NOT_FOUND, "Nothing is at `" + path + "`");
        return;
      }
      // The pages choose by themselves what to show at an address.
      send(request, INDEX, load(INDEX).orElseGet(WebPages::notBundled));
    } catch (Throwable failure) {
      Answers.failure(request, failure);
    }
  }

  private Optional<StaticFile> load(String path) {
    StaticFile known = files.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<StaticFile> loaded = StaticFile.load(path);
    loaded.ifPresent(file -> files.put(path, file));
    return loaded;
  }

  private static boolean isPage(HttpServerRequest request, String path) {
    return path.lastIndexOf('.') < path.lastIndexOf('/')
        && Negotiation.accepts(request, "text/html");
  }

  private static StaticFile notBundled() {
    return StaticFile.of("text/html; charset=utf-8", NOT_BUNDLED.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpServerRequest request, String path, StaticFile file) {
    HttpServerResponse response = request.response();
    response
        .putHeader("Content-Type", file.mediaType())
        .putHeader("ETag", file.tag())
        .putHeader("Vary", "Accept-Encoding")
        // Names of files below assets carry a hash of what they hold.
        .putHeader(
            "Cache-Control",
            path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache")
        .putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("X-Frame-Options", "DENY")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    if (file.tag().equals(request.getHeader("If-None-Match"))) {
      response.setStatusCode(304).end();
      return;
    }
    Encoding encoding = encoding(request, file);
    encoding.name(response);
    Answers.end(request, file.packed(encoding));
  }

  private static Encoding encoding(HttpServerRequest request, StaticFile file) {
    return file.isPackable() ? Encoding.chosen(request) : Encoding.PLAIN;
  }
}
