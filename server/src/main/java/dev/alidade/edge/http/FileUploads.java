package dev.alidade.edge.http;

import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.operation.Uploads;
import dev.alidade.operation.Visit;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/**
 * {@code POST /api/v1/uploads?name=<file>}: one file, as it is. Its type is one that no form of a
 * web page can send, so that browsers ask before a foreign page sends it.
 */
final class FileUploads {
  private static final String TYPE = "application/octet-stream";

  private final OperationRegistry registry;
  private final Uploads uploads;
  private final Visitors visitors;

  FileUploads(OperationRegistry registry, Uploads uploads, Visitors visitors) {
    this.registry = registry;
    this.uploads = uploads;
    this.visitors = visitors;
  }

  void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    BodyStream body = new BodyStream(context.vertx(), request);
    Thread.startVirtualThread(
        () -> {
          try {
            receive(request, body);
          } catch (Throwable failure) {
            Answers.failure(request, failure);
          } finally {
            body.close();
          }
        });
  }

  private void receive(HttpServerRequest request, BodyStream body) {
    Visit visit = visitors.visit(request, RestApi.DOOR);
    if (!isWellFormed(request)) {
      return;
    }
    registry.admit(Uploads.OPERATION, Invocation.of(visit, Cancellation.never(), ignored -> {}));
    Answers.json(
        request,
        200,
        uploads.receive(visit.caller(), request.getParam("name"), lengthOf(request), body));
  }

  private static boolean isWellFormed(HttpServerRequest request) {
    if (!request.method().equals(HttpMethod.POST)) {
      request.response().putHeader("Allow", "POST");
      Answers.refuse(
          request,
          405,
          ErrorCode.NOT_SUPPORTED,
          "Files are sent with POST, not " + request.method());
      return false;
    }
    String type = request.getHeader("Content-Type");
    if (type == null || !type.toLowerCase(Locale.ROOT).strip().equals(TYPE)) {
      Answers.refuse(
          request,
          415,
          ErrorCode.MALFORMED_REQUEST,
          "A file is sent as it is; send `Content-Type: %s`".formatted(TYPE));
      return false;
    }
    if (request.getParam("name") == null) {
      Answers.refuse(
          request,
          400,
          ErrorCode.INVALID_INPUT,
          "Say what the file is called: %s?name=sales.csv".formatted(Uploads.ADDRESS));
      return false;
    }
    return true;
  }

  private static long lengthOf(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : -1;
  }
}
