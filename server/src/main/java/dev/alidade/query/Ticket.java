package dev.alidade.query;

import dev.alidade.policy.Limit;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody's wish to use a source.
 *
 * @param capacity how many may use the source at once
 * @param background whether it leaves half of the source to those that somebody waits for
 * @param own how many queries of the caller may run at once, where that is limited
 */
record Ticket(String caller, String source, int capacity, boolean background, Optional<Limit> own) {
  Ticket {
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(own, "own");
    if (capacity < 1) {
      throw new IllegalArgumentException("nobody could use " + source);
    }
  }

  /** A wish of somebody who is not limited. */
  Ticket(String caller, String source, int capacity, boolean background) {
    this(caller, source, capacity, background, Optional.empty());
  }

  /**
   * Whose queries are counted together: what runs in the background takes no turn from its caller,
   * unless the caller's queries are limited, which means all of them.
   */
  String account() {
    return background && own.isEmpty() ? caller + "\0background" : caller;
  }

  /** Whether its own limit is what holds it, rather than the {@code usual} one. */
  boolean isLimited(int usual) {
    return own.isPresent() && own.get().most() <= usual;
  }

  /** How many of its account may run at once, where others may have {@code usual}. */
  long most(int usual) {
    return own.map(limit -> Math.min(usual, limit.most())).orElse((long) usual);
  }

  /** How many of this kind may use the source at once. */
  int room() {
    return background ? Math.max(1, capacity / 2) : capacity;
  }
}
