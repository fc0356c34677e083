package dev.alidade.edge.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caches;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.RandomId;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.Outcome;
import dev.alidade.edge.mcp.protocol.ResourceSource;
import dev.alidade.operation.OperationRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The whole of results of which a model was shown a part, by an address that only its caller can
 * read. It is made when it is read, with what the caller may call and see then.
 */
public final class WholeResults implements ResourceSource {
  private static final String SCHEME = "alidade-result://";
  private static final Pattern ADDRESS = Pattern.compile(SCHEME + "(r_[\\w-]{1,64})/([a-z]+)");
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int MOST_KEPT = 10_000;
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final List<String> OF_A_PAGE = List.of("limit", "cursor");

  // Lines of JSON are what a text for models is instead of.
  private static final List<Kind> ROWS = List.of(Kind.CSV, Kind.ARROW, Kind.PARQUET);

  private final OperationRegistry registry;
  private final Cache<String, Call> kept =
      Caches.builder().expireAfterWrite(KEPT).maximumSize(MOST_KEPT).build();

  /** Results of {@code registry}'s operations that stream. */
  public WholeResults(OperationRegistry registry) {
    this.registry = registry;
  }

  private record Call(String caller, String operation, ObjectNode input) {
    Call {
      Objects.requireNonNull(caller, "caller");
      Objects.requireNonNull(operation, "operation");
      input = input.deepCopy();
    }
  }

  /** A form in which the whole can be had. */
  enum Kind {
    CSV("text/csv"),
    NDJSON("application/x-ndjson"),
    ARROW("application/vnd.apache.arrow.stream"),
    PARQUET("application/vnd.apache.parquet"),
    SVG("image/svg+xml"),
    PDF("application/pdf"),
    HTML("text/html");

    private final String mediaType;

    Kind(String mediaType) {
      this.mediaType = mediaType;
    }

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean isText() {
      return switch (this) {
        case CSV, NDJSON, SVG, HTML -> true;
        case ARROW, PARQUET, PDF -> false;
      };
    }
  }

  /** Adds links to the whole of a result to it, if the operation can give that. */
  void link(ObjectNode result, String operation, ObjectNode input, Caller caller) {
    List<Kind> kinds = ROWS.stream().filter(kind -> streams(operation, kind)).toList();
    link(result, operation, input, caller, kinds);
  }

  /** Adds a link to the file that a result holds, which is made anew when it is read. */
  void link(
      ObjectNode result, String operation, ObjectNode input, Caller caller, String mediaType) {
    List<Kind> kinds =
        List.of(Kind.values()).stream()
            .filter(kind -> kind.mediaType.equals(mediaType) && streams(operation, kind))
            .toList();
    link(result, operation, input, caller, kinds);
  }

  private void link(
      ObjectNode result, String operation, ObjectNode input, Caller caller, List<Kind> kinds) {
    if (kinds.isEmpty()) {
      return;
    }
    ObjectNode all = input.deepCopy().remove(OF_A_PAGE);
    String id = RandomId.next("r");
    kept.put(id, new Call(caller.name(), operation, all));
    for (Kind kind : kinds) {
      result
          .withArrayProperty("content")
          .addObject()
          .put("type", "resource_link")
          .put("uri", SCHEME + id + "/" + kind.word())
          .put("name", (ROWS.contains(kind) ? "all rows as " : "the file as ") + kind.name())
          .put("mimeType", kind.mediaType);
    }
  }

  private boolean streams(String operation, Kind kind) {
    return registry.find(operation).streams().containsKey(kind.mediaType);
  }

  @Override
  public List<ObjectNode> list(Exchange exchange) {
    return List.of();
  }

  @Override
  public List<ObjectNode> templates() {
    return List.of(
        JsonRpc.object()
            .put("uriTemplate", SCHEME + "{result}/{format}")
            .put("name", "result")
            .put("title", "All rows of a result")
            .put(
                "description",
                "All rows of a result that was cut, as csv, ndjson, arrow or parquet, or its file; the link "
                    + "is good for an hour, for who was given it"));
  }

  @Override
  public boolean serves(String uri) {
    return uri.startsWith(SCHEME);
  }

  @Override
  public Outcome read(String uri, Exchange exchange) {
    Matcher address = ADDRESS.matcher(uri);
    Call call =
        Optional.of(address)
            .filter(Matcher::matches)
            .map(match -> kept.getIfPresent(match.group(1)))
            .filter(known -> known.caller.equals(exchange.visit().caller().name()))
            .orElseThrow(() -> missing(uri));
    Kind kind = kind(address.group(2)).orElseThrow(() -> missing(uri));
    Bounded bytes = new Bounded();
    try {
      registry.stream(call.operation, kind.mediaType, call.input, exchange.invocation(), bytes);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    ObjectNode result = JsonRpc.object();
    ObjectNode content =
        result.putArray("contents").addObject().put("uri", uri).put("mimeType", kind.mediaType);
    if (kind.isText()) {
      content.put("text", bytes.toString(StandardCharsets.UTF_8));
    } else {
      content.put("blob", bytes.toByteArray());
    }
    return Outcome.of(result);
  }

  private static Optional<Kind> kind(String word) {
    return List.of(Kind.values()).stream().filter(kind -> kind.word().equals(word)).findFirst();
  }

  private static AlidadeException missing(String uri) {
    return new AlidadeException(
        ErrorCode.RESOURCE_NOT_FOUND,
        "No result `%s` that you may read; a link is good for an hour, call the tool again"
            .formatted(uri));
  }

  /** What a message can carry. */
  private static final class Bounded extends ByteArrayOutputStream {
    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      if (size() + (long) length > MOST_BYTES) {
        throw new AlidadeException(
            ErrorCode.RESULT_TOO_LARGE,
            "The result is larger than the %d MB that a resource carries; filter or aggregate more, or take it from the REST door"
                .formatted(MOST_BYTES / 1024 / 1024));
      }
      super.write(bytes, offset, length);
    }
  }
}
