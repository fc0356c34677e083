package dev.alidade.ask.converse;

import dev.alidade.ask.plan.SelectPlan;
import java.util.List;

/**
 * What a text says as a change of the last question.
 *
 * @param readings each is a list of edits; several where words can mean several things
 * @param unexplained words that are no part of any edit
 * @param kind how much the text says by itself
 */
public record FollowUp(List<Reading> readings, List<String> unexplained, Kind kind) {
  /** A way to read it. */
  public record Reading(List<Edit> edits, SelectPlan plan, double confidence) {
    public Reading {
      edits = List.copyOf(edits);
    }
  }

  /** How much a text says by itself. */
  public enum Kind {
    /** It asks for something and names it: it needs nothing from before. */
    COMPLETE,
    /** It names something to show and no more. */
    BARE,
    /** It names nothing to show. */
    ELLIPTIC,
    /** It speaks of what came before. */
    REFERRING
  }

  public FollowUp {
    readings = List.copyOf(readings);
    unexplained = List.copyOf(unexplained);
  }

  /** Whether every word is explained. */
  public boolean isWhole() {
    return !readings.isEmpty() && unexplained.isEmpty();
  }
}
