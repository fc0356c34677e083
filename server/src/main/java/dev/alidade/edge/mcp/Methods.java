package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.edge.mcp.protocol.CompletionSource;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.Incoming;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.Outcome;
import dev.alidade.edge.mcp.protocol.PromptSource;
import dev.alidade.edge.mcp.protocol.ProtocolException;
import dev.alidade.edge.mcp.protocol.ResourceSource;
import dev.alidade.edge.mcp.protocol.ToolSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The methods that every revision has, over what the server offers. */
final class Methods {
  private static final int PAGE = 200;
  private static final int MOST_COMPLETIONS = 100;

  private final Offer offer;

  Methods(Offer offer) {
    this.offer = offer;
  }

  Offer offer() {
    return offer;
  }

  /** What came of a request; empty if there is no such method here. */
  Optional<Outcome> handle(Exchange exchange) {
    return switch (exchange.request().method()) {
      case "tools/list" -> Optional.of(page("tools", tools(exchange), exchange));
      case "tools/call" -> Optional.of(callTool(exchange));
      case "resources/list" -> Optional.of(page("resources", resources(exchange), exchange));
      case "resources/templates/list" ->
          Optional.of(page("resourceTemplates", templates(), exchange));
      case "resources/read" -> Optional.of(readResource(exchange));
      case "prompts/list" -> Optional.of(page("prompts", prompts(exchange), exchange));
      case "prompts/get" -> Optional.of(getPrompt(exchange));
      case "completion/complete" -> Optional.of(complete(exchange));
      default -> Optional.empty();
    };
  }

  /** Whether a request may be made twice without doing more than once. */
  boolean isRepeatable(Exchange exchange) {
    String name = nameIn(exchange.request());
    return toolOf(exchange)
        .filter(source -> source.isRepeatable(name, arguments(exchange), exchange.visit().caller()))
        .isPresent();
  }

  /** The input schema of the tool that is called, if it wants parameters as headers too. */
  Optional<ObjectNode> mirrored(Incoming.Request request) {
    return request.method().equals("tools/call")
        ? offer.tools().stream()
            .flatMap(source -> source.mirrored(nameIn(request)).stream())
            .findFirst()
        : Optional.empty();
  }

  private Optional<ToolSource> toolOf(Exchange exchange) {
    String name = nameIn(exchange.request());
    return exchange.request().method().equals("tools/call")
        ? offer.tools().stream()
            .filter(source -> source.has(name, exchange.visit().caller()))
            .findFirst()
        : Optional.empty();
  }

  private static String nameIn(Incoming.Request request) {
    return request.params().path("name").asText();
  }

  List<ObjectNode> tools(Exchange exchange) {
    return merged(offer.tools(), source -> source.list(exchange), "name");
  }

  List<ObjectNode> prompts(Exchange exchange) {
    return merged(offer.prompts(), source -> source.list(exchange), "name");
  }

  List<ObjectNode> resources(Exchange exchange) {
    return merged(offer.resources(), source -> source.list(exchange), "uri");
  }

  private List<ObjectNode> templates() {
    return merged(offer.resources(), ResourceSource::templates, "uriTemplate");
  }

  private static <S> List<ObjectNode> merged(
      List<S> sources, Function<S, List<ObjectNode>> list, String key) {
    Map<String, ObjectNode> all = new LinkedHashMap<>();
    for (S source : sources) {
      list.apply(source).forEach(each -> all.putIfAbsent(each.path(key).asText(), each));
    }
    return List.copyOf(all.values());
  }

  private static Outcome page(String name, List<ObjectNode> all, Exchange exchange) {
    int from = from(exchange.params().path("cursor"), all.size());
    int to = Math.min(all.size(), from + PAGE);
    ObjectNode result = JsonRpc.object();
    ArrayNode list = result.putArray(name);
    all.subList(from, to).forEach(list::add);
    if (to < all.size()) {
      result.put("nextCursor", Integer.toString(to));
    }
    return Outcome.of(result);
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

  private Outcome callTool(Exchange exchange) {
    String name = text(exchange, "name");
    ToolSource source =
        toolOf(exchange).orElseThrow(() -> missing("tool", name, tools(exchange), "tools/list"));
    return source.call(name, arguments(exchange), exchange);
  }

  private Outcome getPrompt(Exchange exchange) {
    String name = text(exchange, "name");
    PromptSource source =
        offer.prompts().stream()
            .filter(candidate -> candidate.has(name))
            .findFirst()
            .orElseThrow(() -> missing("prompt", name, prompts(exchange), "prompts/list"));
    return source.get(name, arguments(exchange), exchange);
  }

  private Outcome readResource(Exchange exchange) {
    String uri = text(exchange, "uri");
    ResourceSource source =
        offer.resources().stream()
            .filter(candidate -> candidate.serves(uri))
            .findFirst()
            .orElseThrow(
                () ->
                    new AlidadeException(
                        ErrorCode.RESOURCE_NOT_FOUND,
                        "No resource `%s`; `resources/list` names those that exist"
                            .formatted(uri)));
    return source.read(uri, exchange);
  }

  private Outcome complete(Exchange exchange) {
    JsonNode argument = exchange.params().path("argument");
    if (!(exchange.params().path("ref") instanceof ObjectNode reference)
        || !argument.path("name").isTextual()
        || !argument.path("value").isTextual()) {
      throw ProtocolException.invalidParams(
          "`completion/complete` needs a `ref`, and an `argument` with `name` and `value`");
    }
    ObjectNode others =
        exchange.params().at("/context/arguments") instanceof ObjectNode given
            ? given
            : JsonRpc.object();
    List<String> values = new ArrayList<>();
    for (CompletionSource source : offer.completions()) {
      values.addAll(
          source.complete(
              reference,
              argument.get("name").textValue(),
              argument.get("value").textValue(),
              others,
              exchange));
    }
    ObjectNode result = JsonRpc.object();
    ObjectNode completion = result.putObject("completion");
    ArrayNode list = completion.putArray("values");
    values.stream().limit(MOST_COMPLETIONS).forEach(list::add);
    completion.put("total", values.size()).put("hasMore", values.size() > MOST_COMPLETIONS);
    return Outcome.of(result);
  }

  private static String text(Exchange exchange, String field) {
    JsonNode value = exchange.params().path(field);
    if (!value.isTextual()) {
      throw ProtocolException.invalidParams(
          "`%s` needs a `%s` as a string".formatted(exchange.request().method(), field));
    }
    return value.textValue();
  }

  private static ObjectNode arguments(Exchange exchange) {
    JsonNode arguments = exchange.params().path("arguments");
    if (arguments.isMissingNode() || arguments.isNull()) {
      return JsonRpc.object();
    }
    if (arguments instanceof ObjectNode object) {
      return object;
    }
    throw ProtocolException.invalidParams("The `arguments` are a JSON object");
  }

  private static AlidadeException missing(
      String kind, String name, List<ObjectNode> existing, String list) {
    List<String> names = existing.stream().map(each -> each.path("name").asText()).toList();
    return new AlidadeException(
        ErrorCode.OPERATION_NOT_FOUND,
        "No %s `%s`%s; `%s` names those that exist"
            .formatted(kind, name, Nearest.hint(name, names), list));
  }
}
