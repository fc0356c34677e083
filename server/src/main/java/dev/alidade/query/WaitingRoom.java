package dev.alidade.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** Those who wait for one source: callers take turns, and one caller's wishes keep their order. */
final class WaitingRoom {
  private final Map<String, Deque<Waiting>> people = new LinkedHashMap<>();
  private final Map<String, Deque<Waiting>> background = new LinkedHashMap<>();

  /** One who waits; {@code turn} gives the slot when it is time. */
  record Waiting(Ticket ticket, CompletableFuture<Slot> turn) {}

  void add(Waiting waiting) {
    queues(waiting.ticket())
        .computeIfAbsent(waiting.ticket().account(), ignored -> new ArrayDeque<>())
        .addLast(waiting);
  }

  /** Takes one back that does not want to wait any more. */
  void remove(Waiting waiting) {
    Map<String, Deque<Waiting>> queues = queues(waiting.ticket());
    Deque<Waiting> queue = queues.get(waiting.ticket().account());
    if (queue != null && queue.remove(waiting) && queue.isEmpty()) {
      queues.remove(waiting.ticket().account());
    }
  }

  /** The next one that may start; people before what runs in the background. */
  Optional<Waiting> next(Predicate<Ticket> mayStart) {
    return next(people, mayStart).or(() -> next(background, mayStart));
  }

  private static Optional<Waiting> next(
      Map<String, Deque<Waiting>> queues, Predicate<Ticket> mayStart) {
    Optional<String> account =
        queues.entrySet().stream()
            .filter(entry -> mayStart.test(entry.getValue().getFirst().ticket()))
            .map(Map.Entry::getKey)
            .findFirst();
    return account.map(name -> takeFirst(queues, name));
  }

  private static Waiting takeFirst(Map<String, Deque<Waiting>> queues, String account) {
    Deque<Waiting> queue = queues.remove(account);
    Waiting first = queue.removeFirst();
    if (!queue.isEmpty()) {
      // Behind the other callers.
      queues.put(account, queue);
    }
    return first;
  }

  private Map<String, Deque<Waiting>> queues(Ticket ticket) {
    return ticket.background() ? background : people;
  }
}
