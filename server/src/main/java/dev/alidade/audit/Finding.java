package dev.alidade.audit;

import java.util.Locale;
import java.util.Objects;

/**
 * Something in a chain that is not as it was written.
 *
 * @param sequence the number of the record, or the first one of several
 */
public record Finding(int chain, long sequence, Damage damage, String message) {
  public Finding {
    Objects.requireNonNull(damage, "damage");
    Objects.requireNonNull(message, "message");
  }

  /** What can happen to a record. */
  public enum Damage {
    /** It says something else, or nothing that can be read. */
    CHANGED,
    /** It is not there. */
    MISSING,
    /** It stands at another place. */
    REORDERED,
    /** It stands there twice. */
    DUPLICATED,
    /** The end of the chain is not there. */
    CUT,
    /** The note of where the chain ends is not there. */
    ANCHOR
  }

  @Override
  public String toString() {
    return "chain %d, record %d: %s: %s"
        .formatted(chain, sequence, damage.name().toLowerCase(Locale.ROOT), message);
  }
}
