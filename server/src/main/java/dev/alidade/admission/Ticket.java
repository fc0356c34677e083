package dev.alidade.admission;

import dev.alidade.policy.Limit;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody's wish to use a place.
 *
 * @param capacity how many may use the place at once
 * @param own how many turns the caller may have at once anywhere, where that is limited
 * @param work what is done with the turn; empty where all turns are alike and none is expected to
 *     end, as those of a lock
 */
public record Ticket(
    String caller,
    String place,
    int capacity,
    Manner manner,
    Optional<Limit> own,
    Optional<Work> work) {
  public Ticket {
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(manner, "manner");
    Objects.requireNonNull(own, "own");
    Objects.requireNonNull(work, "work");
    if (capacity < 1) {
      throw new IllegalArgumentException("nobody could use " + place);
    }
  }

  /** A wish for a turn that is like all others. */
  public static Ticket plain(String caller, String place, int capacity) {
    return new Ticket(caller, place, capacity, Manner.PROMPT, Optional.empty(), Optional.empty());
  }

  boolean isBackground() {
    return manner == Manner.BACKGROUND;
  }

  /**
   * Whose turns are counted together: what runs in the background takes no turn from its caller,
   * unless the caller's turns are limited, which means all of them.
   */
  String account() {
    return isBackground() && own.isEmpty() ? caller + "\0background" : caller;
  }

  /**
   * How many of its account may have turns at once anywhere, where others may have {@code usual}.
   */
  int most(int usual) {
    return own.map(limit -> (int) Math.min(usual, limit.most())).orElse(usual);
  }

  /** The rule that allows its account fewer turns than the {@code usual} ones. */
  Optional<String> rule(int usual) {
    return own.filter(limit -> limit.most() <= usual).map(Limit::rule);
  }

  /** How many of its account may use this place: the rest is for who does not use it yet. */
  int mostHere() {
    return work.isPresent() ? capacity - capacity / 4 : capacity;
  }

  /** How many of the slow ones may use the place at once. */
  int roomForSlow() {
    return Math.max(1, capacity / 2);
  }
}
