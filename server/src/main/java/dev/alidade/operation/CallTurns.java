package dev.alidade.operation;

import dev.alidade.admission.Admission;
import dev.alidade.admission.Slot;
import dev.alidade.admission.Ticket;
import java.time.Duration;

/**
 * Works on so many calls of one caller at once, through whatever doors they come; more wait here,
 * where they cost little, so that a crowd of one caller's calls takes no processor from others.
 */
final class CallTurns {
  private static final int AT_ONCE = 256;
  private static final int WAITING = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Admission admission = new Admission("calls", AT_ONCE, WAITING);

  /** Waits for a turn to work on a call. */
  Slot take(Invocation invocation) {
    String account = new Visit(invocation.caller(), invocation.credential()).account();
    return admission.enter(
        Ticket.plain(account, "calls", Integer.MAX_VALUE), PATIENCE, invocation.cancellation());
  }
}
