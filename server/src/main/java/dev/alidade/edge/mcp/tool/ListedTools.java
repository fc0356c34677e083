package dev.alidade.edge.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.Caller;
import dev.alidade.base.Scope;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.Outcome;
import dev.alidade.edge.mcp.protocol.ToolSource;
import dev.alidade.operation.NamedCalls;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationRegistry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every operation, and every call that has a name of its own, as a tool; a list shows those that
 * the settings say.
 */
public final class ListedTools implements ToolSource {
  // In the order in which an agent needs them.
  private static final List<String> USUAL =
      List.of(
          "ask",
          "query",
          "list_sources",
          "describe_source",
          "search_catalog",
          "run_write",
          FindOperations.NAME,
          CallOperation.NAME);

  private final OperationTools operations;
  private final NamedTools named;
  private final ToolSettings settings;

  /** Tools of what {@code registry} and {@code calls} have. */
  public ListedTools(
      OperationRegistry registry, NamedCalls calls, ToolSettings settings, WholeResults whole) {
    operations =
        new OperationTools(registry, settings.results(), whole, new Decisions(registry, settings));
    named = new NamedTools(calls, registry, operations);
    this.settings = settings;
  }

  /** The names that nothing else can have, because operations have them here. */
  public static List<String> taken(OperationRegistry registry) {
    return Stream.concat(
            registry.all().stream().map(Operation::name),
            Stream.of(FindOperations.NAME, CallOperation.NAME))
        .toList();
  }

  @Override
  public List<ObjectNode> list(Exchange exchange) {
    Caller caller = exchange.visit().caller();
    Map<String, Operation<?, ?>> allowed = operations.allowedTo(caller);
    Map<String, ObjectNode> own = named.describe(exchange);
    Set<String> listed = new LinkedHashSet<>();
    for (Listing listing : settings.of(caller)) {
      switch (listing) {
        case Listing.Usual usual -> {
          listed.addAll(USUAL);
          listed.addAll(own.keySet());
        }
        case Listing.Everything all -> {
          listed.addAll(allowed.keySet());
          listed.addAll(own.keySet());
        }
        case Listing.Named(List<String> tools) ->
            tools.forEach(
                tool -> listed.addAll(tool.equals(Listing.OWN) ? own.keySet() : Set.of(tool)));
      }
    }
    return listed.stream()
        .flatMap(
            name ->
                operations.has(name)
                    ? OperationTools.describe(name, allowed, exchange).stream()
                    : Optional.ofNullable(own.get(name)).stream())
        .toList();
  }

  @Override
  public boolean has(String name, Caller caller) {
    return operations.has(name) || named.has(name, caller);
  }

  @Override
  public boolean isRepeatable(String name, ObjectNode arguments, Caller caller) {
    return operations.has(name)
        ? operations.isRepeatable(name, arguments)
        : named.isRepeatable(name, caller);
  }

  @Override
  public Optional<Scope> missingScope(String name, ObjectNode arguments, Caller caller) {
    return operations.missingScope(name, arguments, caller);
  }

  @Override
  public Outcome call(String name, ObjectNode arguments, Exchange exchange) {
    return operations.has(name)
        ? operations.call(name, arguments, exchange)
        : named.call(name, arguments, exchange);
  }
}
