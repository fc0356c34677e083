package dev.alidade.operation;

import java.util.Objects;

/**
 * Where a request came in.
 *
 * @param door "rest", "mcp", "cli" or "web"
 * @param address of the machine that sent it; empty inside this process
 */
public record Entrance(String door, String address) {
  public Entrance {
    Objects.requireNonNull(door, "door");
    Objects.requireNonNull(address, "address");
  }

  /** Inside this process. */
  public static Entrance here(String door) {
    return new Entrance(door, "");
  }
}
