package dev.alidade.edge.http;

import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Downloads;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.operation.Uploads;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Serves every operation by REST, their description, health and the web pages. */
public final class HttpDoor {
  private static final String LIVE = "/healthz";
  private static final String READY = "/readyz";

  /** The paths of those who only ask whether the server is well. */
  public static final Set<String> PROBES = Set.of(LIVE, READY);

  // Behind every other door's routes and before the static files that the framework would serve.
  private static final int AFTER_OTHER_DOORS = 5_000;

  private final HttpSettings settings;
  private final Guard guard;
  private final Visitors visitors;
  private final RestApi api;
  private final FileDownloads downloads;
  private final FileUploads uploads;
  private final OpenApi openApi;
  private final WebPages pages = new WebPages();

  /** A door to these operations, behind which no files are kept. */
  public HttpDoor(OperationRegistry registry, HttpSettings settings) {
    this(registry, Downloads.NONE, Uploads.NONE, settings);
  }

  /** A door to these operations and files. */
  public HttpDoor(
      OperationRegistry registry, Downloads files, Uploads places, HttpSettings settings) {
    this(registry, files, places, settings, Answers.LONGEST_UNREAD);
  }

  HttpDoor(
      OperationRegistry registry,
      Downloads files,
      Uploads places,
      HttpSettings settings,
      Duration longestUnread) {
    this.settings = settings;
    uploads = new FileUploads(registry, places, new Visitors(settings.authenticator()));
    downloads = new FileDownloads(files, new Visitors(settings.authenticator()));
    guard = new Guard(settings.allowedHosts());
    visitors = new Visitors(settings.authenticator());
    api = new RestApi(registry, visitors, settings.crowd(), longestUnread);
    openApi = new OpenApi(registry, settings.version());
  }

  /** Adds the routes; other doors may be mounted on the same router before or after. */
  public void mount(Router router) {
    router.route(LIVE).handler(this::live);
    router.route(READY).handler(this::ready);
    router.route("/api/*").handler(guard);
    router.route(Downloads.PREFIX + "*").handler(downloads::handle);
    router.route(Uploads.ADDRESS).handler(uploads::handle);
    router.route("/api/*").handler(api::handle);
    router.route("/openapi.json").handler(guard);
    router.route("/openapi.json").handler(this::requireCaller);
    router.route("/openapi.json").handler(openApi::handle);
    router.route().order(AFTER_OTHER_DOORS).handler(guard);
    router.route().order(AFTER_OTHER_DOORS + 1).handler(pages::handle);
  }

  private void requireCaller(RoutingContext context) {
    try {
      visitors.visit(context.request(), RestApi.DOOR);
    } catch (RuntimeException refused) {
      Answers.failure(context.request(), refused);
      return;
    }
    context.next();
  }

  private void live(RoutingContext context) {
    health(context, 200, "up");
  }

  private void ready(RoutingContext context) {
    boolean ready = settings.ready().getAsBoolean();
    health(context, ready ? 200 : 503, ready ? "up" : "starting");
  }

  private static void health(RoutingContext context, int status, String word) {
    if (!isRead(context)) {
      return;
    }
    Answers.json(context.request(), status, Map.of("status", word));
  }

  /** Refuses any method but GET and HEAD. */
  static boolean isRead(RoutingContext context) {
    HttpMethod method = context.request().method();
    if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
      return true;
    }
    context.response().putHeader("Allow", "GET, HEAD");
    Answers.refuse(
        context.request(),
        405,
        ErrorCode.NOT_SUPPORTED,
        "`%s` is read with GET, not %s".formatted(context.request().path(), method));
    return false;
  }
}
