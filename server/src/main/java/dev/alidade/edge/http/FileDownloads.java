package dev.alidade.edge.http;

import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Downloads;
import dev.alidade.operation.Downloads.Download;
import dev.alidade.operation.Visit;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code GET /api/v1/exports/<export>/<file>}: files whole or by range, so that one can resume. */
final class FileDownloads {
  private static final Pattern ADDRESS = Pattern.compile("(job_[\\w-]{1,64})/(.{1,1000})");

  private final Downloads downloads;
  private final Visitors visitors;

  FileDownloads(Downloads downloads, Visitors visitors) {
    this.downloads = downloads;
    this.visitors = visitors;
  }

  void handle(RoutingContext context) {
    if (!HttpDoor.isRead(context)) {
      return;
    }
    HttpServerRequest request = context.request();
    // Whether a caller may have a file is asked of a database, which the event loop must not.
    Thread.startVirtualThread(
        () -> {
          try {
            send(request, visitors.visit(request, RestApi.DOOR));
          } catch (Throwable failure) {
            Answers.failure(request, failure);
          }
        });
  }

  private void send(HttpServerRequest request, Visit visit) {
    String path =
        URLDecoder.decode(
            request.path().substring(Downloads.PREFIX.length()).replace("+", "%2B"),
            StandardCharsets.UTF_8);
    Matcher address = ADDRESS.matcher(path);
    if (!address.matches()) {
      Answers.refuse(
          request, 404, ErrorCode.FILE_NOT_FOUND, "No such file; export_status names them");
      return;
    }
    Download file = downloads.find(visit.caller(), address.group(1), address.group(2));
    Optional<ByteRange> range = range(request, file);
    HttpServerResponse response = request.response();
    head(response, file, address.group(2));
    if (range.isPresent() && !range.get().isWithin(file.bytes())) {
      response.putHeader("Content-Range", "bytes */" + file.bytes());
      Answers.refuse(
          request,
          416,
          ErrorCode.INVALID_INPUT,
          "The file has %,d bytes; ask for a range within them".formatted(file.bytes()));
      return;
    }
    ByteRange part = range.orElse(new ByteRange(0, file.bytes() - 1)).within(file.bytes());
    if (range.isPresent()) {
      response
          .setStatusCode(206)
          .putHeader(
              "Content-Range", "bytes %d-%d/%d".formatted(part.first(), part.last(), file.bytes()));
    }
    response.putHeader("Content-Length", Long.toString(part.length()));
    if (request.method().equals(HttpMethod.HEAD)) {
      response.end();
      return;
    }
    downloads.fetched(visit.caller(), address.group(1), address.group(2));
    if (part.length() == 0) {
      response.end();
      return;
    }
    response.sendFile(file.file().toString(), part.first(), part.length());
  }

  private static void head(HttpServerResponse response, Download file, String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^\\w. =-]", "_");
    response
        .putHeader("Content-Type", file.mediaType())
        .putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .putHeader("Accept-Ranges", "bytes")
        .putHeader("ETag", tag(file))
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Content-Type-Options", "nosniff");
  }

  private static String tag(Download file) {
    return '"' + file.tag() + '"';
  }

  /** The range that is asked for; whoever has a part of another file gets the whole. */
  private static Optional<ByteRange> range(HttpServerRequest request, Download file) {
    String still = request.getHeader("If-Range");
    if (still != null && !still.equals(tag(file))) {
      return Optional.empty();
    }
    return Optional.ofNullable(request.getHeader("Range"))
        .flatMap(header -> ByteRange.read(header, file.bytes()));
  }
}
