package dev.alidade.edge.mcp.tool;

import java.util.List;

/** Which tools a list of them shows; the others can be found and called all the same. */
public sealed interface Listing {
  /** The few that an agent begins with. */
  record Usual() implements Listing {}

  /** Every operation. */
  record Everything() implements Listing {}

  /** These, in this order. */
  record Named(List<String> tools) implements Listing {
    public Named {
      tools = List.copyOf(tools);
    }
  }
}
