package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.Outcome;
import dev.alidade.edge.mcp.protocol.ResourceSource;
import dev.alidade.operation.Resource;
import dev.alidade.operation.ResourceContent;
import dev.alidade.operation.ResourceProvider;
import dev.alidade.operation.ResourceTemplate;
import java.util.List;

/** What the features' providers offer for reading. */
final class Resources implements ResourceSource {
  private final List<ResourceProvider> providers;

  Resources(List<ResourceProvider> providers) {
    this.providers = List.copyOf(providers);
  }

  @Override
  public List<ObjectNode> list(Exchange exchange) {
    return providers.stream()
        .flatMap(provider -> provider.list(exchange.invocation()).stream())
        .map(Resources::describe)
        .toList();
  }

  static ObjectNode describe(Resource resource) {
    return JsonRpc.object()
        .put("uri", resource.uri())
        .put("name", resource.name())
        .put("title", resource.title())
        .put("description", resource.description())
        .put("mimeType", resource.mediaType());
  }

  @Override
  public List<ObjectNode> templates() {
    return providers.stream()
        .flatMap(provider -> provider.templates().stream())
        .map(Resources::describe)
        .toList();
  }

  static ObjectNode describe(ResourceTemplate template) {
    return JsonRpc.object()
        .put("uriTemplate", template.uriTemplate())
        .put("name", template.name())
        .put("title", template.title())
        .put("description", template.description())
        .put("mimeType", template.mediaType());
  }

  @Override
  public boolean serves(String uri) {
    return providers.stream().anyMatch(provider -> provider.serves(uri));
  }

  @Override
  public Outcome read(String uri, Exchange exchange) {
    ResourceProvider provider =
        providers.stream().filter(candidate -> candidate.serves(uri)).findFirst().orElseThrow();
    ResourceContent content = provider.read(uri, exchange.invocation());
    ObjectNode result = JsonRpc.object();
    result
        .putArray("contents")
        .addObject()
        .put("uri", content.uri())
        .put("mimeType", content.mediaType())
        .put("text", content.text());
    return Outcome.of(result);
  }
}
