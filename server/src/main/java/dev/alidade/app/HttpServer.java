package dev.alidade.app;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.function.Consumer;

/** Serves the HTTP doors on one port until the process is told to stop. */
@ApplicationScoped
public class HttpServer {
  /** Quarkus makes this bean, so what it serves reaches it through here. */
  private static volatile Serving serving;

  private record Serving(Consumer<Router> doors, Runnable started) {}

  /** Listens, tells {@code started}, and returns when the process is told to stop. */
  static void serve(String host, int port, Consumer<Router> doors, Runnable started) {
    checkFree(host, port);
    serving = new Serving(doors, started);
    System.setProperty("quarkus.http.host", host);
    System.setProperty("quarkus.http.port", Integer.toString(port));
    Quarkus.run();
  }

  void mount(@Observes Router router) {
    serving.doors().accept(router);
  }

  /** When the port is open: the framework tells that the application has started before that. */
  void started(@ObservesAsync HttpServerStart event) {
    serving.started().run();
  }

  private static void checkFree(String host, int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (IOException taken) {
      throw new AlidadeException(
          ErrorCode.PORT_IN_USE,
          "Port %d of %s is in use; stop the other program or choose another with --port"
              .formatted(port, host),
          taken);
    }
  }
}
