package dev.alidade.edge.mcp.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Prompts of one kind. */
public interface PromptSource {
  /** Those that there are, as the protocol describes them, in a stable order. */
  List<ObjectNode> list(Exchange exchange);

  /** Whether a prompt of that name is one of these. */
  boolean has(String name);

  /** Prepares it. Fails as {@link ToolSource#call} does. */
  Outcome get(String name, ObjectNode arguments, Exchange exchange);
}
