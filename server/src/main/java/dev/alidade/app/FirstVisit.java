package dev.alidade.app;

import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Begins something when the first visitor comes; who only asks whether we are well is none. */
final class FirstVisit {
  private static final Set<String> NO_VISIT = Set.of("/healthz", "/readyz");

  private final Route route;
  private final Runnable beginning;
  private final AtomicBoolean begun = new AtomicBoolean();

  private FirstVisit(Route route, Runnable beginning) {
    this.route = route;
    this.beginning = beginning;
  }

  /** Has {@code beginning} run once, on a thread of its own. */
  static void mount(Router router, Runnable beginning) {
    Route route = router.route().order(Integer.MIN_VALUE);
    route.handler(new FirstVisit(route, beginning)::pass);
  }

  private void pass(RoutingContext context) {
    if (!NO_VISIT.contains(context.request().path()) && begun.compareAndSet(false, true)) {
      // All that come after are none of its business.
      route.remove();
      Thread.ofVirtual().name("first-visit").start(beginning);
    }
    context.next();
  }
}
