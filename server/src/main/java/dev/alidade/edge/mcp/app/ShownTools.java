package dev.alidade.edge.mcp.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.Caller;
import dev.alidade.base.Scope;
import dev.alidade.edge.mcp.protocol.Capability;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.Outcome;
import dev.alidade.edge.mcp.protocol.ToolSource;
import dev.alidade.operation.NamedCall;
import dev.alidade.operation.NamedCalls;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.operation.Schemas;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tools, each with the page that shows its results, for clients that show pages. */
public final class ShownTools implements ToolSource {
  private final ToolSource tools;
  private final NamedCalls calls;
  private final Map<String, App> apps = new HashMap<>();

  /** The tools of the registry's operations and of calls of these, as far as there are pages. */
  public ShownTools(ToolSource tools, OperationRegistry registry, NamedCalls calls, Pages pages) {
    this.tools = tools;
    this.calls = calls;
    for (Operation<?, ?> operation : registry.all()) {
      JsonNode schema = Schemas.of(operation.output());
      App.showing(schema).filter(pages::has).ifPresent(app -> apps.put(operation.name(), app));
    }
  }

  @Override
  public List<ObjectNode> list(Exchange exchange) {
    List<ObjectNode> listed = tools.list(exchange);
    return exchange.client().can(Capability.UI)
        ? listed.stream().map(tool -> shown(tool, exchange.visit().caller())).toList()
        : listed;
  }

  private ObjectNode shown(ObjectNode tool, Caller caller) {
    String name = tool.path("name").asText();
    return Optional.ofNullable(apps.get(name))
        .or(() -> calls.find(name, caller).map(NamedCall::operation).map(apps::get))
        .map(app -> shownBy(app, tool))
        .orElse(tool);
  }

  private static ObjectNode shownBy(App app, ObjectNode tool) {
    ObjectNode shown = tool.deepCopy();
    shown.withObject("/_meta").putObject("ui").put("resourceUri", app.uri());
    return shown;
  }

  @Override
  public boolean has(String name, Caller caller) {
    return tools.has(name, caller);
  }

  @Override
  public boolean isRepeatable(String name, ObjectNode arguments, Caller caller) {
    return tools.isRepeatable(name, arguments, caller);
  }

  @Override
  public Optional<ObjectNode> mirrored(String name) {
    return tools.mirrored(name);
  }

  @Override
  public Optional<Scope> missingScope(String name, ObjectNode arguments, Caller caller) {
    return tools.missingScope(name, arguments, caller);
  }

  @Override
  public Outcome call(String name, ObjectNode arguments, Exchange exchange) {
    return tools.call(name, arguments, exchange);
  }
}
