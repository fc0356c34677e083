package dev.alidade.edge.mcp;

import dev.alidade.edge.mcp.tool.ToolSettings;
import dev.alidade.operation.NamedCalls;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.operation.Prepared;
import dev.alidade.operation.Prompt;
import dev.alidade.operation.ResourceProvider;
import java.util.List;

/** Servers of what a test has. */
public final class SampleMcp {
  private SampleMcp() {}

  /** A server of these operations alone. */
  public static McpServer of(OperationRegistry registry) {
    return of(registry, List.of(), List.of());
  }

  static McpServer of(
      OperationRegistry registry, List<ResourceProvider> resources, List<Prompt> prompts) {
    return new McpServer(
        Offer.of(
            registry,
            ToolSettings.EVERYTHING,
            new Prepared(resources, List.of(), prompts, List.of(), NamedCalls.NONE)),
        McpSettings.inMemory(new Introduction("1.2.3", "Be kind.")));
  }
}
