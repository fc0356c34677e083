package dev.alidade.cache;

import dev.alidade.engine.ResultStream;
import java.util.Objects;

/** Rows, and where they come from. */
public record CachedRows(ResultStream rows, CacheOutcome outcome) {
  public CachedRows {
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(outcome, "outcome");
  }

  /** Rows from the source, which are not kept. */
  public static CachedRows fresh(ResultStream rows, String why) {
    return new CachedRows(rows, CacheOutcome.of(CacheOutcome.State.BYPASS, why));
  }

  /** What was kept; fails where that is a failure. */
  static CachedRows of(Held held, CacheOutcome outcome) {
    return switch (held) {
      case Held.Result result -> new CachedRows(new Replay(result), outcome);
      case Held.Failure failure -> throw failure.again();
    };
  }
}
