package dev.alidade.redteam;

import dev.alidade.base.ErrorCode;
import java.util.List;
import java.util.Optional;

/**
 * Says by what came out, and by what the table that may be changed holds then, whether a write got
 * past the policies.
 */
final class WriteJudge {
  private final WriteArena arena;
  private final String before;

  WriteJudge(WriteArena arena) {
    this.arena = arena;
    this.before = arena.rows(arena.governed());
  }

  /** One write: tried on both sides, then done on both, and undone. */
  Verdict judge(String sql) {
    Outcome tried = arena.governed().write(sql, false);
    Optional<Verdict.Leak> leak = value(sql, tried.words()).or(() -> twin(sql, tried));
    if (leak.isPresent() || tried instanceof Outcome.Failed) {
      return new Verdict(tried, leak);
    }
    String after = arena.rows(arena.governed());
    if (!after.equals(before)) {
      return new Verdict(
          tried, Optional.of(new Verdict.Leak(Verdict.Channel.CHANGE, sql, "a preview stayed")));
    }
    return new Verdict(tried, done(sql));
  }

  private Optional<Verdict.Leak> done(String sql) {
    Outcome done = arena.governed().write(sql, true);
    Outcome onTwin = arena.twin().write(sql, true);
    String rows = arena.rows(arena.governed());
    String rowsOfTwin = arena.rows(arena.twin());
    Optional<Verdict.Leak> leak = value(sql, done.words()).or(() -> value(sql, List.of(rows)));
    if (!arena.restore()) {
      throw new IllegalStateException("the rows could not be put back after " + sql);
    }
    if (leak.isPresent() || (done.tellsAs(onTwin) && rows.equals(rowsOfTwin))) {
      return leak;
    }
    return isStable(sql, rows)
        ? Optional.of(
            new Verdict.Leak(
                Verdict.Channel.TWIN, sql, done + rows + " but " + onTwin + rowsOfTwin))
        : Optional.empty();
  }

  /** Whether it writes the same twice; time and chance are no leaks. */
  private boolean isStable(String sql, String rows) {
    arena.governed().write(sql, true);
    String again = arena.rows(arena.governed());
    arena.restore();
    return again.equals(rows);
  }

  private Optional<Verdict.Leak> value(String sql, List<String> words) {
    return arena
        .canaries()
        .in(words, sql)
        .map(found -> new Verdict.Leak(Verdict.Channel.VALUE, sql, found));
  }

  private Optional<Verdict.Leak> twin(String sql, Outcome tried) {
    Outcome other = arena.twin().write(sql, false);
    boolean same = told(tried).equals(told(other)) || isOutOfTime(tried) || isOutOfTime(other);
    return same || !told(arena.governed().write(sql, false)).equals(told(tried))
        ? Optional.empty()
        : Optional.of(new Verdict.Leak(Verdict.Channel.TWIN, sql, tried + " but " + other));
  }

  // The two sides have names of their own, which messages repeat.
  private String told(Outcome outcome) {
    String text = outcome.toString();
    for (Side side : List.of(arena.governed(), arena.twin())) {
      for (String name : side.ownNames()) {
        text = text.replace(name, "");
      }
    }
    return text;
  }

  private static boolean isOutOfTime(Outcome outcome) {
    return outcome instanceof Outcome.Failed failed
        && (failed.code() == ErrorCode.QUERY_TIMEOUT
            || failed.code() == ErrorCode.OVERLOADED
            || failed.code() == ErrorCode.SQL_TOO_COMPLEX);
  }
}
