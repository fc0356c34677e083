package dev.alidade.edge.mcp.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.Outcome;
import dev.alidade.edge.mcp.protocol.ResourceSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The pages themselves; tools name them, so no list does. They ask nothing of the network. */
public final class Pages implements ResourceSource {
  private static final String MEDIA_TYPE = "text/html;profile=mcp-app";
  // Only another version of the product has another page.
  private static final int LASTS_MILLISECONDS = 3_600_000;

  private final Map<App, String> pages = new EnumMap<>(App.class);

  /** The pages by their slug; one that is missing is not offered. */
  Pages(Function<String, Optional<String>> pages) {
    for (App app : App.values()) {
      pages.apply(app.slug()).ifPresent(html -> this.pages.put(app, html));
    }
  }

  /** Those that were built with the web client. */
  public static Pages built() {
    return new Pages(Pages::load);
  }

  private static Optional<String> load(String slug) {
    try (InputStream in = Pages.class.getResourceAsStream(slug + ".html")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  boolean has(App app) {
    return pages.containsKey(app);
  }

  @Override
  public List<ObjectNode> list(Exchange exchange) {
    return List.of();
  }

  @Override
  public List<ObjectNode> templates() {
    return List.of();
  }

  @Override
  public boolean serves(String uri) {
    return find(uri).isPresent();
  }

  private Optional<App> find(String uri) {
    return pages.keySet().stream().filter(app -> app.uri().equals(uri)).findFirst();
  }

  @Override
  public Outcome read(String uri, Exchange exchange) {
    ObjectNode result = JsonRpc.object();
    result.putArray("contents").add(content(find(uri).orElseThrow()));
    if (exchange.client().revision().isStateless()) {
      result.put("ttlMs", LASTS_MILLISECONDS).put("cacheScope", "public");
    }
    return Outcome.of(result);
  }

  private ObjectNode content(App app) {
    ObjectNode content =
        JsonRpc.object()
            .put("uri", app.uri())
            .put("mimeType", MEDIA_TYPE)
            .put("text", pages.get(app));
    ObjectNode meta = content.putObject("_meta").putObject("ui");
    ObjectNode policy = meta.putObject("csp");
    // Said, not left out: a host may take its own defaults for what is left out.
    List.of("connectDomains", "resourceDomains", "frameDomains", "baseUriDomains")
        .forEach(policy::putArray);
    meta.putObject("permissions").putObject("clipboardWrite");
    meta.put("prefersBorder", true);
    return content;
  }
}
