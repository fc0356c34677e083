package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.edge.mcp.protocol.CompletionSource;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.operation.ValueList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Values of arguments that have the name of a list of values. */
final class Values implements CompletionSource {
  private final OperationRegistry registry;
  private final List<ValueList> lists;

  Values(OperationRegistry registry, List<ValueList> lists) {
    this.registry = registry;
    this.lists = List.copyOf(lists);
  }

  @Override
  public List<String> complete(
      ObjectNode reference, String argument, String written, ObjectNode others, Exchange exchange) {
    String start = written.toLowerCase(Locale.ROOT);
    return lists.stream()
        .filter(list -> list.name().equals(argument))
        .flatMap(list -> values(list, others, exchange))
        .distinct()
        .filter(value -> value.toLowerCase(Locale.ROOT).contains(start))
        .sorted(
            Comparator.comparing(
                    (String value) -> !value.toLowerCase(Locale.ROOT).startsWith(start))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private Stream<String> values(ValueList list, ObjectNode others, Exchange exchange) {
    ObjectNode input = JsonRpc.object();
    for (String needed : list.needs()) {
      if (!others.path(needed).isTextual()) {
        return Stream.of();
      }
      input.set(needed, others.get(needed));
    }
    try {
      Record output = registry.call(list.operation(), input, exchange.invocation());
      return list.values().apply(output).stream();
    } catch (AlidadeException none) {
      // Who may not call it, or names a source that there is not, is told of no values.
      return Stream.of();
    }
  }
}
