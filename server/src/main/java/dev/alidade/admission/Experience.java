package dev.alidade.admission;

import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.base.Caches;
import java.util.OptionalDouble;

/** How long callers' work took lately, by which it is expected to take as long again. */
final class Experience {
  private static final double WEIGHT_OF_NEWEST = 0.3;
  private static final double SHORTEST = 1e-5;
  private static final int MOST_KEPT = 20_000;

  private final Cache<Known, Double> seconds = Caches.builder().maximumSize(MOST_KEPT).build();

  // The usual work of a caller is a mean of logarithms: one long statement makes not all long.
  private final Cache<Usual, Double> logarithms = Caches.builder().maximumSize(MOST_KEPT).build();

  private record Known(String account, String place, Work work) {}

  private record Usual(String account, String place) {}

  /** The seconds that a turn will take; empty where nothing is known of it or of its caller. */
  OptionalDouble expected(Ticket ticket) {
    if (ticket.work().isEmpty()) {
      return OptionalDouble.empty();
    }
    Double known = seconds.getIfPresent(known(ticket));
    if (known != null) {
      return OptionalDouble.of(known);
    }
    Double usual = logarithms.getIfPresent(usual(ticket));
    return usual == null ? OptionalDouble.empty() : OptionalDouble.of(Math.exp(usual));
  }

  /** A turn has ended after so long. */
  void learn(Ticket ticket, double taken) {
    if (ticket.work().isEmpty()) {
      return;
    }
    double real = Math.max(SHORTEST, taken);
    seconds.asMap().merge(known(ticket), real, Experience::mixed);
    logarithms.asMap().merge(usual(ticket), Math.log(real), Experience::mixed);
  }

  private static double mixed(double before, double newest) {
    return before + WEIGHT_OF_NEWEST * (newest - before);
  }

  private static Known known(Ticket ticket) {
    return new Known(ticket.account(), ticket.place(), ticket.work().orElseThrow());
  }

  private static Usual usual(Ticket ticket) {
    return new Usual(ticket.account(), ticket.place());
  }
}
