package dev.alidade.semantic;

import dev.alidade.sql.TimeGrain;
import java.util.Objects;

/** How far back each period of a metric that adds up over time reaches. */
public sealed interface Accumulation {
  /** To the first row that there is. */
  record Everything() implements Accumulation {}

  /** To the first day of the period of this grain: "year to date". */
  record ToDate(TimeGrain grain) implements Accumulation {
    public ToDate {
      Objects.requireNonNull(grain, "grain");
    }
  }

  /** Over the last {@code count} periods, this one among them: "the last seven days". */
  record Last(int count, TimeGrain grain) implements Accumulation {
    public Last {
      Objects.requireNonNull(grain, "grain");
      if (count < 1) {
        throw new IllegalArgumentException("a window has at least one period");
      }
    }
  }
}
