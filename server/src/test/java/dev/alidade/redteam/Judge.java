package dev.alidade.redteam;

import dev.alidade.base.ErrorCode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Says by what came out whether a statement got past the policies; it knows nothing of gates. */
public final class Judge {
  private static final Set<ErrorCode> STOPPED =
      Set.of(ErrorCode.QUERY_TIMEOUT, ErrorCode.OVERLOADED, ErrorCode.SQL_TOO_COMPLEX);

  private final Arena arena;

  /** A judge of attempts on an arena. */
  public Judge(Arena arena) {
    this.arena = arena;
  }

  /** One attempt, judged by values, by the twin and by the copy. */
  public Verdict judge(String sql) {
    Outcome outcome = arena.attempt(sql);
    Optional<Verdict.Leak> leak =
        value(sql, outcome).or(() -> twin(sql, outcome)).or(() -> copy(sql, outcome));
    return new Verdict(outcome, leak);
  }

  private Optional<Verdict.Leak> value(String sql, Outcome outcome) {
    return arena
        .canaries()
        .in(outcome.words(), sql)
        .map(
            found -> new Verdict.Leak(Verdict.Channel.VALUE, sql, found + " in " + brief(outcome)));
  }

  private Optional<Verdict.Leak> twin(String sql, Outcome outcome) {
    Optional<Verdict.Leak> leak = difference(Verdict.Channel.TWIN, sql, outcome, arena.onTwin(sql));
    return leak.filter(found -> isStable(sql, outcome));
  }

  /** The copy is a measure for rows, and for values that fail; other errors may be of types. */
  private Optional<Verdict.Leak> copy(String sql, Outcome outcome) {
    Outcome seen = isComparable(outcome) ? arena.onCopy(sql) : outcome;
    if (seen instanceof Outcome.Failed) {
      return Optional.empty();
    }
    return outcome.showsAs(seen)
        ? Optional.empty()
        : difference(Verdict.Channel.COPY, sql, outcome, seen)
            .filter(found -> !Peculiarity.explains(arena.engine(), sql, outcome, seen))
            .filter(found -> isStable(sql, outcome));
  }

  private static boolean isComparable(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Rows rows -> !rows.cut();
      case Outcome.Failed failed -> failed.code() == ErrorCode.DATA_ERROR;
    };
  }

  /** Whether a statement says the same twice; time and chance are no leaks. */
  private boolean isStable(String sql, Outcome outcome) {
    return IntStream.range(0, 2).allMatch(again -> arena.attempt(sql).tellsAs(outcome));
  }

  private static Optional<Verdict.Leak> difference(
      Verdict.Channel channel, String sql, Outcome outcome, Outcome other) {
    if (outcome.tellsAs(other) || isOutOfTime(outcome) || isOutOfTime(other)) {
      return Optional.empty();
    }
    return Optional.of(new Verdict.Leak(channel, sql, brief(outcome) + " but " + brief(other)));
  }

  /** Gates, like engines, stop after a while, which a busy machine makes shorter. */
  private static boolean isOutOfTime(Outcome outcome) {
    return outcome instanceof Outcome.Failed failed && STOPPED.contains(failed.code());
  }

  private static String brief(Outcome outcome) {
    String text = outcome.toString();
    return text.length() > 400 ? text.substring(0, 400) + "..." : text;
  }
}
