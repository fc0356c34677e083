package dev.alidade.admission;

import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;

/**
 * A ticket while it waits for its turn and while it has it.
 *
 * @param expected the seconds that its turn will take
 * @param slow whether it may use only the half of a place that is not kept for what is quick
 * @param asked when it came, in seconds
 * @param turn gives the slot when it is time
 */
record Wish(
    Ticket ticket,
    double expected,
    boolean slow,
    double asked,
    long number,
    CompletableFuture<Slot> turn) {
  // Who passes another is expected to be done before the other was likely to be.
  static final Comparator<Wish> ORDER =
      Comparator.comparingDouble(Wish::due).thenComparingLong(Wish::number);

  /** Until experience says otherwise, work is quick. */
  private static final double FIRST_GUESS = 0.1;

  private static final double LONGEST_QUICK = 1;

  static Wish of(Ticket ticket, OptionalDouble known, double now, long number) {
    boolean slow =
        switch (ticket.manner()) {
          case BACKGROUND -> true;
          case LASTING -> known.isEmpty() || known.getAsDouble() > LONGEST_QUICK;
          case PROMPT -> known.isPresent() && known.getAsDouble() > LONGEST_QUICK;
        };
    return new Wish(
        ticket, known.orElse(FIRST_GUESS), slow, now, number, new CompletableFuture<>());
  }

  String account() {
    return ticket.account();
  }

  /** When it would be done if it had not to wait: what is short passes what is long. */
  private double due() {
    return asked + expected;
  }
}
