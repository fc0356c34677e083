package dev.alidade.edge.http;

import dev.alidade.base.Scope;
import dev.alidade.operation.Authenticator;
import dev.alidade.operation.Credential;
import dev.alidade.operation.Failure;
import dev.alidade.operation.OperationRegistry;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an OAuth 2.1 resource server owes its clients: the metadata of RFC 9728, challenges that
 * name them, and keys of issuers that are at hand before a door asks who calls.
 */
public final class ProtectedResource {
  private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";
  private static final String MCP = "/mcp";
  private static final String CHALLENGE = "WWW-Authenticate";
  private static final String INSUFFICIENT = "Bearer error=\"insufficient_scope\"";

  private final ResourceSettings settings;
  private final Authenticator authenticator;
  private final Guard guard;

  /** The resource that these settings describe. */
  public ProtectedResource(ResourceSettings settings, HttpSettings http) {
    this.settings = settings;
    authenticator = http.authenticator();
    guard = new Guard(http.allowedHosts());
  }

  /** Adds the routes, which must come before those of the doors. */
  public void mount(Router router) {
    for (String path : List.of("", MCP)) {
      router.route(WELL_KNOWN + path).handler(guard);
      router.route(WELL_KNOWN + path).handler(context -> describe(context, path));
    }
    for (String path : List.of(MCP, "/api/*", "/openapi.json")) {
      router.route(path).handler(guard);
      router.route(path).handler(this::challengeIfRefused);
      router.route(path).handler(this::prepare);
    }
  }

  private void describe(RoutingContext context, String path) {
    if (!HttpDoor.isRead(context)) {
      return;
    }
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("resource", settings.address() + path);
    metadata.put("authorization_servers", settings.issuers());
    metadata.put("scopes_supported", Scope.words());
    metadata.put("bearer_methods_supported", List.of("header"));
    metadata.put("resource_name", "Alidade");
    Answers.json(context.request(), 200, metadata);
  }

  private void challengeIfRefused(RoutingContext context) {
    HttpServerRequest request = context.request();
    HttpServerResponse response = context.response();
    context.addHeadersEndHandler(
        ignored -> {
          String metadata = "resource_metadata=\"%s\"".formatted(metadataFor(request.path()));
          String said = response.headers().get(CHALLENGE);
          if (response.getStatusCode() == 401) {
            boolean shown = request.headers().contains("Authorization");
            String error = shown ? "error=\"invalid_token\", " : "";
            response.putHeader(
                CHALLENGE,
                "Bearer %s%s, scope=\"%s\"".formatted(error, metadata, Scope.READ.word()));
          } else if (said != null && said.startsWith(INSUFFICIENT)) {
            response.putHeader(CHALLENGE, said + ", " + metadata);
          }
        });
    context.next();
  }

  private String metadataFor(String path) {
    return settings.address() + WELL_KNOWN + (path.equals(MCP) ? MCP : "");
  }

  /** Keys of an issuer come over the network, for which no event loop waits. */
  private void prepare(RoutingContext context) {
    HttpServerRequest request = context.request();
    String door = request.path().equals(MCP) ? "mcp" : RestApi.DOOR;
    Optional<Credential.Bearer> credential = Visitors.bearer(request, door);
    if (credential.filter(authenticator::needsPreparation).isEmpty()) {
      context.next();
      return;
    }
    Context loop = context.vertx().getOrCreateContext();
    request.pause();
    Thread.startVirtualThread(
        () -> {
          authenticator.prepare(credential.get());
          loop.runOnContext(ignored -> goOn(context));
        });
  }

  /** Whoever does not want the body lets it pass, as without the pause. */
  private static void goOn(RoutingContext context) {
    context.next();
    context.request().resume();
  }

  /** Refuses a call for which another token is needed: 403, with the scope that it must have. */
  public static void refuse(
      HttpServerRequest request, String operation, Scope missing, Function<Failure, Object> words) {
    request
        .response()
        .putHeader(CHALLENGE, "%s, scope=\"%s\"".formatted(INSUFFICIENT, missing.word()));
    Failure failure = Failure.of(OperationRegistry.insufficientScope(operation, missing));
    Answers.failure(request, failure, words);
  }
}
