package dev.alidade.app;

import dev.alidade.edge.http.HttpDoor;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;

/** Begins something when the first visitor comes; who only asks whether we are well is none. */
final class FirstVisit {
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
    if (!HttpDoor.PROBES.contains(context.request().path()) && begun.compareAndSet(false, true)) {
      // All that come after are none of its business.
      route.remove();
      Thread.ofVirtual().name("first-visit").start(beginning);
    }
    context.next();
  }
}
