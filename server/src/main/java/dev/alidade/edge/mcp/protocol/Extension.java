package dev.alidade.edge.mcp.protocol;

/** The extensions that this server knows. */
public final class Extension {
  /** Work that outlasts its request. */
  public static final String TASKS = "io.modelcontextprotocol/tasks";

  /** Results that a host shows as a small application. */
  public static final String UI = "io.modelcontextprotocol/ui";

  private Extension() {}
}
