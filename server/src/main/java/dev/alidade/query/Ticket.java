package dev.alidade.query;

import java.util.Objects;

/**
 * Somebody's wish to use a source.
 *
 * @param capacity how many may use the source at once
 * @param background whether it leaves half of the source to those that somebody waits for
 */
record Ticket(String caller, String source, int capacity, boolean background) {
  Ticket {
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(source, "source");
    if (capacity < 1) {
      throw new IllegalArgumentException("nobody could use " + source);
    }
  }

  /**
   * Whose queries are counted together: what runs in the background takes no turn from its caller.
   */
  String account() {
    return background ? caller + "\0background" : caller;
  }

  /** How many of this kind may use the source at once. */
  int room() {
    return background ? Math.max(1, capacity / 2) : capacity;
  }
}
