package dev.alidade.admission;

import java.util.HashMap;
import java.util.Map;

/**
 * Who comes next among accounts that all wait: start-time fair queuing. Time is the seconds of use
 * that every waiting account was given alike; an account's own time runs ahead of it by what it
 * used, and whose is least goes first. Who comes anew begins where all others are.
 */
final class FairShares {
  /** However much was used, an account is never further behind the others than this. */
  private static final double FURTHEST_AHEAD = 30;

  private static final int MANY = 1_000;

  private final Map<String, Double> ahead = new HashMap<>();
  private double now;

  /** When an account's next turn begins, in that time. */
  double start(String account) {
    return Math.max(now, ahead.getOrDefault(account, 0.0));
  }

  /** An account takes a turn that is expected to last so long. */
  void begin(String account, double expected) {
    double start = start(account);
    now = start;
    if (ahead.size() > MANY) {
      ahead.values().removeIf(time -> time <= now);
    }
    ahead.put(account, Math.min(start + expected, now + FURTHEST_AHEAD));
  }

  /** The turn lasted longer, or less long, by so much. */
  void correct(String account, double difference) {
    double corrected = Math.min(start(account) + difference, now + FURTHEST_AHEAD);
    if (corrected > now) {
      ahead.put(account, corrected);
    } else {
      ahead.remove(account);
    }
  }
}
