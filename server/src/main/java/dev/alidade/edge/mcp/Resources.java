package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Resource;
import dev.alidade.operation.ResourceContent;
import dev.alidade.operation.ResourceProvider;
import dev.alidade.operation.ResourceTemplate;
import java.util.ArrayList;
import java.util.List;

/** What the features' providers offer for reading. */
final class Resources {
  private static final int PAGE = 200;

  private final List<ResourceProvider> providers;

  Resources(List<ResourceProvider> providers) {
    this.providers = List.copyOf(providers);
  }

  boolean isEmpty() {
    return providers.isEmpty();
  }

  ObjectNode list(Exchange exchange) {
    List<Resource> all = new ArrayList<>();
    providers.forEach(provider -> all.addAll(provider.list(exchange.invocation())));
    int from = from(exchange.request().params().path("cursor"), all.size());
    int to = Math.min(all.size(), from + PAGE);
    ObjectNode result = JsonRpc.object();
    ArrayNode resources = result.putArray("resources");
    for (Resource resource : all.subList(from, to)) {
      resources
          .addObject()
          .put("uri", resource.uri())
          .put("name", resource.name())
          .put("title", resource.title())
          .put("description", resource.description())
          .put("mimeType", resource.mediaType());
    }
    if (to < all.size()) {
      result.put("nextCursor", Integer.toString(to));
    }
    return result;
  }

  private static int from(JsonNode cursor, int size) {
    if (cursor.isMissingNode()) {
      return 0;
    }
    if (cursor.asText().matches("[0-9]{1,9}") && Integer.parseInt(cursor.asText()) <= size) {
      return Integer.parseInt(cursor.asText());
    }
    throw new AlidadeException(
        ErrorCode.CURSOR_INVALID, "The cursor is not one of this list; begin again without it");
  }

  ObjectNode templates() {
    ObjectNode result = JsonRpc.object();
    ArrayNode templates = result.putArray("resourceTemplates");
    for (ResourceProvider provider : providers) {
      for (ResourceTemplate template : provider.templates()) {
        templates
            .addObject()
            .put("uriTemplate", template.uriTemplate())
            .put("name", template.name())
            .put("title", template.title())
            .put("description", template.description())
            .put("mimeType", template.mediaType());
      }
    }
    return result;
  }

  ObjectNode read(Exchange exchange) {
    String uri = exchange.request().params().path("uri").asText();
    ResourceProvider provider =
        providers.stream().filter(candidate -> candidate.serves(uri)).findFirst().orElse(null);
    if (provider == null) {
      throw new AlidadeException(
          ErrorCode.RESOURCE_NOT_FOUND,
          "No resource `%s`; `resources/list` names those that exist".formatted(uri));
    }
    ResourceContent content = provider.read(uri, exchange.invocation());
    ObjectNode result = JsonRpc.object();
    result
        .putArray("contents")
        .addObject()
        .put("uri", content.uri())
        .put("mimeType", content.mediaType())
        .put("text", content.text());
    return result;
  }
}
