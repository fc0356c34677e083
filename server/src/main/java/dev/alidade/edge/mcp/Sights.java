package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caches;
import dev.alidade.base.Cancellation;
import dev.alidade.base.Sha256;
import dev.alidade.edge.http.Answers;
import dev.alidade.edge.mcp.protocol.Channel;
import dev.alidade.edge.mcp.protocol.Client;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.Incoming;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.Outcome;
import dev.alidade.edge.mcp.protocol.ProtocolException;
import dev.alidade.operation.Visit;
import java.util.Base64;
import java.util.List;

/** Fingerprints of what callers see, made once for all subscriptions of a caller. */
final class Sights {
  private final Methods methods;
  private final Cache<List<Object>, String> known = Caches.builder().maximumSize(10_000).build();

  Sights(Methods methods) {
    this.methods = methods;
  }

  /** What was seen may have changed. */
  void forget() {
    known.invalidateAll();
  }

  /** What a list or resource looks like to a visitor; {@code uri} is empty for lists. */
  String of(String method, String uri, Visit visit, Client client) {
    return known.get(
        List.of(method, uri, visit.caller(), client), ignored -> see(method, uri, visit, client));
  }

  private String see(String method, String uri, Visit visit, Client client) {
    ObjectNode params = JsonRpc.object();
    if (!uri.isEmpty()) {
      params.put("uri", uri);
    }
    Exchange exchange =
        new Exchange(
            visit,
            client,
            new Incoming.Request(IntNode.valueOf(0), method, params),
            Cancellation.never(),
            Channel.SILENT);
    try {
      return switch (method) {
        case "tools/list" -> digest(methods.tools(exchange));
        case "prompts/list" -> digest(methods.prompts(exchange));
        case "resources/list" -> digest(methods.resources(exchange));
        default -> digest(content(exchange));
      };
    } catch (AlidadeException | ProtocolException unseen) {
      return unseen.getClass().getSimpleName();
    }
  }

  private JsonNode content(Exchange exchange) {
    return methods.handle(exchange).orElseThrow() instanceof Outcome.Complete(ObjectNode result)
        ? result
        : JsonRpc.object();
  }

  private static String digest(Object seen) {
    return Base64.getEncoder().encodeToString(Sha256.of(Answers.bytes(seen)));
  }
}
