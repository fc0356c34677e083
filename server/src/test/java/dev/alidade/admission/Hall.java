package dev.alidade.admission;

import dev.alidade.base.AlidadeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Turns on a clock that only the test moves; nobody waits on a thread. */
final class Hall {
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final AtomicLong nanos = new AtomicLong();
  final Admission admission;
  private final int capacity;

  Hall(int capacity, int perCaller, int mostWaiting) {
    this.capacity = capacity;
    admission = new Admission("queries", perCaller, mostWaiting, nanos::get);
  }

  void pass(double seconds) {
    nanos.addAndGet((long) (seconds * 1e9));
  }

  double now() {
    return nanos.get() / 1e9;
  }

  Wish ask(String caller, String statement) {
    return ask(caller, statement, Manner.PROMPT, PATIENCE);
  }

  Wish ask(String caller, String statement, Manner manner, Duration patience) {
    return admission.ask(
        new Ticket(
            caller, "shop", capacity, manner, Optional.empty(), Optional.of(Work.of(statement))),
        patience);
  }

  /** Lets a caller's statement run alone, for so long. */
  void teach(String caller, String statement, double seconds) {
    Wish wish = ask(caller, statement, Manner.PROMPT, Duration.ofHours(1));
    pass(seconds);
    end(wish);
  }

  void end(Wish wish) {
    wish.turn().join().close();
  }

  static boolean runs(Wish wish) {
    return wish.turn().isDone() && !wish.turn().isCompletedExceptionally();
  }

  static Optional<AlidadeException> refusal(Wish wish) {
    return wish.turn().isCompletedExceptionally()
        ? Optional.of((AlidadeException) wish.turn().exceptionNow())
        : Optional.empty();
  }

  /** So many wishes of the same kind. */
  List<Wish> many(int count, String caller, String statement) {
    List<Wish> all = new ArrayList<>();
    for (int each = 0; each < count; each++) {
      all.add(ask(caller, statement));
    }
    return all;
  }
}
