package dev.alidade.saved;

import dev.alidade.base.Caller;
import dev.alidade.operation.NamedCall;
import dev.alidade.operation.NamedCalls;
import java.util.List;
import java.util.Optional;

/**
 * Approved queries that are tools. What is only proposed is none, whoever proposed it: its words
 * would be read by every model before anybody had read them.
 */
final class QueryTools implements NamedCalls {
  private final SavedService service;

  QueryTools(SavedService service) {
    this.service = service;
  }

  @Override
  public List<NamedCall> of(Caller caller) {
    return service.approved(caller).stream()
        .filter(QueryDefinition::tool)
        .map(QueryTools::call)
        .toList();
  }

  @Override
  public Optional<NamedCall> find(String name, Caller caller) {
    return service.approved(name, caller).filter(QueryDefinition::tool).map(QueryTools::call);
  }

  private static NamedCall call(QueryDefinition query) {
    return new NamedCall(
        query.name(),
        query.title(),
        query.description(),
        ToolArguments.schema(query),
        SavedFeature.RUN,
        arguments -> ToolArguments.input(query, arguments));
  }
}
