package dev.alidade.admission;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.time.Duration;

/**
 * What is said to who gets no turn, and when to come back.
 *
 * @param things what turns are for
 * @param perCaller how many turns one caller may have at once
 */
record Refusals(String things, int perCaller) {
  private static final double LONGEST_SAID = 60;

  /** It would wait in vain. */
  AlidadeException inVain(Ticket ticket, double wait, Duration patience, Standing standing) {
    String why =
        "no turn is expected within the %d s that a call waits".formatted(patience.toSeconds());
    return refusal(ticket, why, wait - patience.toSeconds(), standing);
  }

  /** It has waited in vain. */
  AlidadeException late(Ticket ticket, double wait, Duration patience, Standing standing) {
    return refusal(
        ticket, "no turn came within %d s".formatted(patience.toSeconds()), wait, standing);
  }

  /** Nobody more can wait. */
  AlidadeException full(int own, int all, double wait) {
    Duration later = later(wait);
    if (2 * own >= all) {
      return AlidadeException.until(
          ErrorCode.TOO_MANY_REQUESTS,
          "%,d of your %s wait already, and no more can; send fewer at once, and try again in %d s"
              .formatted(own, things, later.toSeconds()),
          later);
    }
    return AlidadeException.until(
        ErrorCode.OVERLOADED,
        "%,d %s are waiting already; try again in %d s".formatted(all, things, later.toSeconds()),
        later);
  }

  static AlidadeException cancelled() {
    return new AlidadeException(
        ErrorCode.QUERY_CANCELLED, "The request was cancelled before it was done");
  }

  private AlidadeException refusal(Ticket ticket, String why, double wait, Standing standing) {
    Duration later = later(wait);
    return switch (standing) {
      case AT_OWN_LIMIT ->
          AlidadeException.until(
              ErrorCode.TOO_MANY_REQUESTS,
              "%d of your %s run already, which is all that %s, and %s; try again in %d s"
                  .formatted(
                      ticket.most(perCaller),
                      things,
                      ticket
                          .rule(perCaller)
                          .map(rule -> rule + " allows")
                          .orElse("one caller may run at once"),
                      why,
                      later.toSeconds()),
              later);
      case TAKEN_BY_OWN ->
          AlidadeException.until(
              ErrorCode.TOO_MANY_REQUESTS,
              "Your own %s keep `%s` busy: %s; try again in %d s, or send fewer at once"
                  .formatted(things, ticket.place(), why, later.toSeconds()),
              later);
      case TAKEN_BY_OTHERS ->
          AlidadeException.until(
              ErrorCode.OVERLOADED,
              "`%s` is busy: %s (at most %d %s run on it at once, and %d of one caller); try again in %d s"
                  .formatted(
                      ticket.place(),
                      why,
                      ticket.capacity(),
                      things,
                      Math.min(ticket.mostHere(), ticket.most(perCaller)),
                      later.toSeconds()),
              later);
    };
  }

  private static Duration later(double wait) {
    return Duration.ofSeconds((long) Math.ceil(Math.clamp(wait, 1, LONGEST_SAID)));
  }
}
