package dev.alidade.edge.mcp.app;

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
import java.util.concurrent.ConcurrentHashMap;

/** Tools, each with the page that shows its results, for clients that show pages. */
public final class ShownTools implements ToolSource {
  private final ToolSource tools;
  private final NamedCalls calls;
  private final Pages pages;
  private final Map<String, Operation<?, ?>> operations = new HashMap<>();
  // Found when a tool is first listed: the schemas of all results take long to make.
  private final Map<String, Optional<App>> apps = new ConcurrentHashMap<>();

  /** The tools of the registry's operations and of calls of these, as far as there are pages. */
  public ShownTools(ToolSource tools, OperationRegistry registry, NamedCalls calls, Pages pages) {
    this.tools = tools;
    this.calls = calls;
    this.pages = pages;
    registry.all().forEach(operation -> operations.put(operation.name(), operation));
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
    return app(name)
        .or(() -> calls.find(name, caller).map(NamedCall::operation).flatMap(this::app))
        .map(app -> shownBy(app, tool))
        .orElse(tool);
  }

  private Optional<App> app(String name) {
    return Optional.ofNullable(operations.get(name))
        .flatMap(operation -> apps.computeIfAbsent(name, ignored -> appFor(operation)));
  }

  private Optional<App> appFor(Operation<?, ?> operation) {
    return App.showing(Schemas.of(operation.output())).filter(pages::has);
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
