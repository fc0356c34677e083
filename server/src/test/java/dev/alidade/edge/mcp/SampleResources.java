package dev.alidade.edge.mcp;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Prompt;
import dev.alidade.operation.PromptArgument;
import dev.alidade.operation.Resource;
import dev.alidade.operation.ResourceContent;
import dev.alidade.operation.ResourceProvider;
import dev.alidade.operation.ResourceTemplate;
import java.util.List;
import java.util.stream.IntStream;

/** Numbered notes: more than fit a page. */
final class SampleResources implements ResourceProvider {
  static final Prompt PROMPT =
      new Prompt(
          "explore",
          "Explore",
          "Look around.",
          List.of(
              new PromptArgument("source", "Where", true),
              new PromptArgument("goal", "What for", false)),
          words -> "Explore " + words.get("source") + " for " + words.getOrDefault("goal", "fun"));

  @Override
  public List<Resource> list(Invocation invocation) {
    return IntStream.range(0, 250)
        .mapToObj(
            number ->
                new Resource(
                    "notes://all/" + number, "note " + number, "Note", "A note", "text/plain"))
        .toList();
  }

  @Override
  public List<ResourceTemplate> templates() {
    return List.of(
        new ResourceTemplate("notes://all/{number}", "note", "Note", "A note", "text/plain"));
  }

  @Override
  public boolean serves(String uri) {
    return uri.startsWith("notes://");
  }

  @Override
  public ResourceContent read(String uri, Invocation invocation) {
    if (uri.endsWith("/999")) {
      throw new AlidadeException(ErrorCode.RESOURCE_NOT_FOUND, "No note 999");
    }
    return new ResourceContent(uri, "text/plain", "words of " + uri);
  }
}
