package dev.alidade.operation;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Calls that outlast the request they came with, kept so that a restart does not lose them. */
public interface LastingCalls {
  /**
   * A call as it is kept; what it asks and what came of it are texts of the door it came through.
   */
  record Kept(
      String id,
      String caller,
      String request,
      Instant begun,
      Instant until,
      Optional<String> outcome,
      Optional<Instant> ended) {
    public Kept {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(caller, "caller");
      Objects.requireNonNull(request, "request");
      Objects.requireNonNull(begun, "begun");
      Objects.requireNonNull(until, "until");
      Objects.requireNonNull(outcome, "outcome");
      Objects.requireNonNull(ended, "ended");
    }
  }

  /** Keeps a call that begins; those that were to be kept until before now are dropped. */
  void begin(Kept call, Instant now);

  /** Keeps what came of it. */
  void end(String id, String outcome, Instant at);

  /** The call of that id, whosever it is. */
  Optional<Kept> find(String id);

  /** Keeps them in this process only. */
  static LastingCalls inMemory() {
    Map<String, Kept> calls = new ConcurrentHashMap<>();
    return new LastingCalls() {
      @Override
      public void begin(Kept call, Instant now) {
        calls.values().removeIf(old -> old.until().isBefore(now));
        calls.put(call.id(), call);
      }

      @Override
      public void end(String id, String outcome, Instant at) {
        calls.computeIfPresent(
            id,
            (key, call) ->
                new Kept(
                    id,
                    call.caller(),
                    call.request(),
                    call.begun(),
                    call.until(),
                    Optional.of(outcome),
                    Optional.of(at)));
      }

      @Override
      public Optional<Kept> find(String id) {
        return Optional.ofNullable(calls.get(id));
      }
    };
  }
}
