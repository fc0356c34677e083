package dev.alidade.engine;

import java.util.Objects;

/** Whether a statement would give the same rows again, as far as its source can tell just now. */
public sealed interface Freshness {
  /**
   * The statement gives the same rows as long as this word is the same.
   *
   * <p>A word never comes back once the data have changed, and a statement that is run after the
   * word was told sees at least the data of that word.
   *
   * @param version differs from that of all other states of the source's data
   * @param everywhere whether other instances that reach the source find the same word
   */
  record Known(String version, boolean everywhere) implements Freshness {
    public Known {
      Objects.requireNonNull(version, "version");
    }
  }

  /** Nobody can tell whether the data have changed. */
  record Unknown(String why) implements Freshness {
    public Unknown {
      Objects.requireNonNull(why, "why");
    }
  }

  /** The data may be changing at this moment; a while later it can be told. */
  record Unsettled(String why) implements Freshness {
    public Unsettled {
      Objects.requireNonNull(why, "why");
    }
  }

  /** The statement may give other rows whenever it runs, be the data the same. */
  record Changing(String why) implements Freshness {
    public Changing {
      Objects.requireNonNull(why, "why");
    }
  }
}
