package dev.alidade.edge.mcp;

import dev.alidade.edge.mcp.app.Pages;
import dev.alidade.edge.mcp.app.ShownTools;
import dev.alidade.edge.mcp.protocol.CompletionSource;
import dev.alidade.edge.mcp.protocol.PromptSource;
import dev.alidade.edge.mcp.protocol.ResourceSource;
import dev.alidade.edge.mcp.protocol.ToolSource;
import dev.alidade.edge.mcp.tool.ListedTools;
import dev.alidade.edge.mcp.tool.ToolSettings;
import dev.alidade.edge.mcp.tool.WholeResults;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.operation.Prepared;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a server has for its clients; of two things with one name the first counts. */
public record Offer(
    List<ToolSource> tools,
    List<PromptSource> prompts,
    List<ResourceSource> resources,
    List<CompletionSource> completions) {
  public Offer {
    tools = List.copyOf(tools);
    prompts = List.copyOf(prompts);
    resources = List.copyOf(resources);
    completions = List.copyOf(completions);
  }

  /** Operations and named calls as tools, shown as settings say, and what features prepared. */
  public static Offer of(OperationRegistry registry, ToolSettings settings, Prepared prepared) {
    Pages pages = Pages.built();
    WholeResults whole = new WholeResults(registry);
    List<ResourceSource> resources = new ArrayList<>();
    if (!prepared.resources().isEmpty()) {
      resources.add(new Resources(prepared.resources()));
      resources.add(new OperationResources(registry, prepared.readable()));
      resources.add(pages);
      resources.add(whole);
    }
    return new Offer(
        List.of(
            new ShownTools(
                new ListedTools(registry, prepared.calls(), settings, whole),
                registry,
                prepared.calls(),
                pages)),
        prepared.prompts().isEmpty() ? List.of() : List.of(new Prompts(prepared.prompts())),
        resources,
        List.of(new Values(registry, prepared.values())));
  }

  /** Both, this one first. */
  public Offer and(Offer other) {
    return new Offer(
        joined(tools, other.tools),
        joined(prompts, other.prompts),
        joined(resources, other.resources),
        joined(completions, other.completions));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
