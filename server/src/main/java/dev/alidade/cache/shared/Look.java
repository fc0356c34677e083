package dev.alidade.cache.shared;

import java.util.Objects;

/** What came of looking for a result that another instance may have read. */
public sealed interface Look {
  /** It lies there. */
  record Found(SharedRows rows) implements Look {
    public Found {
      Objects.requireNonNull(rows, "rows");
    }
  }

  /** It does not, and may be put there by who reads it from its source now. */
  record Absent(Slot slot) implements Look {
    public Absent {
      Objects.requireNonNull(slot, "slot");
    }
  }

  /** Somebody cleared the source; what is known of it here was forgotten. */
  record Cleared() implements Look {}

  /** Nobody could look. */
  record Away() implements Look {}

  /**
   * Where a result may be put.
   *
   * @param mark the source's, from before the result was read
   */
  record Slot(String name, String mark) {
    public Slot {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(mark, "mark");
    }
  }
}
