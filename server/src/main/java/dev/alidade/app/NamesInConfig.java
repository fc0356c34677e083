package dev.alidade.app;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.edge.mcp.tool.ListedTools;
import dev.alidade.edge.mcp.tool.Listing;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.saved.QueryDefinition;
import java.util.ArrayList;
import java.util.List;

/** Checks the names in a configuration that only the operations can tell right from wrong. */
final class NamesInConfig {
  private NamesInConfig() {}

  /** Fails with all that is wrong. */
  static void check(Config config, OperationRegistry registry) {
    List<String> operations = registry.all().stream().map(Operation::name).toList();
    List<String> taken = ListedTools.taken(registry);
    List<String> problems = new ArrayList<>(config.access().unknownOperations(operations));
    for (QueryDefinition query : config.queries()) {
      if (query.tool() && taken.contains(query.name())) {
        problems.add(
            "`queries`: the tool `%s` needs another name, because an operation has this one; rename the query, or leave out `tool`"
                .formatted(query.name()));
      }
    }
    List<String> tools = new ArrayList<>(taken);
    tools.add(Listing.OWN);
    config.queries().stream()
        .filter(QueryDefinition::tool)
        .map(QueryDefinition::name)
        .forEach(tools::add);
    for (String name : config.tools().names()) {
      if (!tools.contains(name)) {
        problems.add(unknownTool(name, tools, config.queries()));
      }
    }
    if (!problems.isEmpty()) {
      throw new AlidadeException(ErrorCode.CONFIGURATION_INVALID, String.join("\n", problems));
    }
  }

  private static String unknownTool(
      String name, List<String> tools, List<QueryDefinition> queries) {
    boolean isQuery = queries.stream().anyMatch(query -> query.name().equals(name));
    return isQuery
        ? "`mcp`: the query `%s` is no tool; write `tool: true` where it is defined".formatted(name)
        : "`mcp`: no tool `%s`%s".formatted(name, Nearest.hint(name, tools));
  }
}
