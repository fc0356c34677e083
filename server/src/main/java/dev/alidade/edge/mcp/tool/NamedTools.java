package dev.alidade.edge.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.Outcome;
import dev.alidade.operation.NamedCall;
import dev.alidade.operation.NamedCalls;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationEffect;
import dev.alidade.operation.OperationRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Calls with names of their own as tools; calling one is the call of its operation in every way.
 */
final class NamedTools {
  private final NamedCalls calls;
  private final OperationRegistry registry;
  private final OperationTools operations;

  NamedTools(NamedCalls calls, OperationRegistry registry, OperationTools operations) {
    this.calls = calls;
    this.registry = registry;
    this.operations = operations;
  }

  /** Those that whoever asks may call, by name, as a list shows them. */
  Map<String, ObjectNode> describe(Exchange exchange) {
    Caller caller = exchange.visit().caller();
    Map<String, ObjectNode> tools = new LinkedHashMap<>();
    for (NamedCall call : calls.of(caller)) {
      if (mayCall(call, caller)) {
        Operation<?, ?> operation = registry.find(call.operation());
        tools.put(call.name(), ToolDescriptions.of(call, operation, exchange));
      }
    }
    return tools;
  }

  /** Whether there is one of that name which the caller may call; others learn nothing of it. */
  boolean has(String name, Caller caller) {
    return find(name, caller).isPresent();
  }

  boolean isRepeatable(String name, Caller caller) {
    return find(name, caller)
        .filter(call -> registry.find(call.operation()).effect() == OperationEffect.READ)
        .isPresent();
  }

  Outcome call(String name, ObjectNode arguments, Exchange exchange) {
    NamedCall call = find(name, exchange.visit().caller()).orElseThrow(() -> missing(name));
    return operations.call(call.operation(), call.input().apply(arguments), exchange);
  }

  private static AlidadeException missing(String name) {
    return new AlidadeException(
        ErrorCode.OPERATION_NOT_FOUND,
        "No tool `%s` any more; `tools/list` names those that exist".formatted(name));
  }

  private Optional<NamedCall> find(String name, Caller caller) {
    return calls.find(name, caller).filter(call -> mayCall(call, caller));
  }

  private boolean mayCall(NamedCall call, Caller caller) {
    return registry.isAllowedTo(call.operation(), caller);
  }
}
