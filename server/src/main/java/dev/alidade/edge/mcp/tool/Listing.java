package dev.alidade.edge.mcp.tool;

import java.util.List;

/** Which tools a list of them shows; the others can be found and called all the same. */
public sealed interface Listing {
  /** The few that an agent begins with, and all calls that have names of their own. */
  record Usual() implements Listing {}

  /** Every operation, and all calls that have names of their own. */
  record Everything() implements Listing {}

  /** What stands in a list of names for all calls that have names of their own. */
  String OWN = "queries";

  /** These, in this order. */
  record Named(List<String> tools) implements Listing {
    public Named {
      tools = List.copyOf(tools);
    }
  }
}
