package dev.alidade.cache;

import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caches;
import dev.alidade.cache.shared.Look;
import dev.alidade.cache.shared.SharedPlace;
import dev.alidade.cache.shared.SharedResults;
import dev.alidade.cache.shared.SharedRows;
import dev.alidade.cache.shared.SharedState;
import dev.alidade.engine.Engine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What this process takes from other instances, and gives to them. */
final class Sharing implements AutoCloseable {
  // The server behind an address may become another one.
  private static final Duration IDENTIFIED = Duration.ofSeconds(10);

  private final Optional<SharedResults> shared;
  private final Lifetime lifetime;
  private final Cache<Engine, Optional<String>> identities =
      Caches.builder().weakKeys().expireAfterWrite(IDENTIFIED).build();

  /** Nothing is taken or given whose {@code lifetime} is over. */
  Sharing(Optional<SharedResults> shared, Lifetime lifetime) {
    this.shared = shared;
    this.lifetime = lifetime;
  }

  void tell(Consumer<String> cleared, Supplier<Set<String>> used) {
    shared.ifPresent(results -> results.tell(cleared, used));
  }

  void begin() {
    shared.ifPresent(SharedResults::begin);
  }

  /** Whether another instance may have a result that this one never read. */
  boolean mayHave(String source) {
    return shared.isPresent() && shared.get().mayHave(source);
  }

  /** Looks for a result that is to be read, where others may have read it. */
  Look look(Decision decision, CacheKey key, CacheQuestion question) {
    if (shared.isEmpty() || !decision.everywhere() || decision.given().isPresent()) {
      return new Look.Away();
    }
    Optional<String> identity = identities.get(question.engine(), Sharing::identity);
    if (identity.isEmpty()) {
      return new Look.Away();
    }
    SharedPlace place =
        new SharedPlace(
            key.source(),
            identity.get(),
            key.text(),
            key.parameters(),
            decision.version().orElseThrow());
    Look look = shared.get().look(place);
    return isTooOld(look) ? new Look.Away() : look;
  }

  void put(Look.Slot slot, Held.Result result) {
    SharedRows rows =
        new SharedRows(
            result.origin().readAt(), result.origin().tables(), result.columns(), result.batches());
    shared.ifPresent(results -> results.put(slot, rows, lifetime.left(rows.readAt())));
  }

  void clear(String source) {
    shared.ifPresent(results -> results.clear(source));
  }

  Optional<SharedState> state() {
    return shared.map(SharedResults::state);
  }

  /** What another instance read of the data with this word. */
  Held.Result held(SharedRows rows, String version) {
    List<HeldBatch> batches =
        rows.batches().stream().map(batch -> HeldBatch.of(batch, rows.columns().size())).toList();
    return new Held.Result(
        new Held.Origin(version, readAt(rows), rows.tables()),
        rows.columns(),
        batches,
        batches.stream().mapToLong(HeldBatch::bytes).sum());
  }

  static CacheOutcome outcome(Instant readAt) {
    return new CacheOutcome(
        CacheOutcome.State.HIT,
        "Another instance read it, and the source says that its data are the same",
        Optional.of(readAt));
  }

  private boolean isTooOld(Look look) {
    return look instanceof Look.Found found && lifetime.isOver(found.rows().readAt());
  }

  // The data are the same now, so where that instance's clock is ahead, now is right too.
  private Instant readAt(SharedRows rows) {
    Instant now = lifetime.clock().instant();
    return rows.readAt().isAfter(now) ? now : rows.readAt();
  }

  @Override
  public void close() {
    shared.ifPresent(SharedResults::close);
  }

  private static Optional<String> identity(Engine engine) {
    try {
      return engine.identity();
    } catch (AlidadeException unreachable) {
      // Running the statement tells what is wrong.
      return Optional.empty();
    }
  }
}
