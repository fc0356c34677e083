package dev.alidade.edge.mcp.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Proposes values for the arguments of prompts and of resource templates. */
@FunctionalInterface
public interface CompletionSource {
  /**
   * Values that begin with, or else contain, what is written so far, the most likely first.
   *
   * @param reference the prompt or template as the request names it
   * @param argument the name of the argument
   * @param written the value so far
   * @param others the values of other arguments
   */
  List<String> complete(
      ObjectNode reference, String argument, String written, ObjectNode others, Exchange exchange);
}
