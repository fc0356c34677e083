package dev.alidade.caching;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Reuse;
import dev.alidade.cache.CacheOutcome;
import dev.alidade.cache.CacheOutcome.State;
import dev.alidade.cache.ResultCache;
import dev.alidade.cache.SourceStatistics;
import dev.alidade.cache.shared.SharedState;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationEffect;
import dev.alidade.policy.Right;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.workbench.BoundValues;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The operations on results that are kept. */
public final class CachingFeature {
  private static final int MOST_WARMED = 100;

  private final QueryService queries;
  private final ResultCache cache;
  private final PinService pins;
  private final ReadAhead readAhead;
  private final Map<String, Supplier<Reuse>> others;

  /**
   * Operations on what {@code queries} keeps in {@code cache}, where {@code pins} make some stay;
   * {@code others} is kept elsewhere.
   */
  public CachingFeature(
      QueryService queries,
      ResultCache cache,
      PinService pins,
      Map<String, Supplier<Reuse>> others) {
    this.queries = queries;
    this.cache = cache;
    this.pins = pins;
    this.readAhead = new ReadAhead(queries);
    this.others = new TreeMap<>(others);
  }

  /** Numbers, reasons, clearing and filling. */
  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.named("cache_stats", CacheStatsInput.class, CacheStatsOutput.class)
            .title("Show what is kept of results")
            .right(Right.ADMINISTER)
            .description(
                "How often results came from memory instead of their source, by source, how much "
                    + "memory they take, and how those are that are pinned.")
            .primary("source")
            .examples("cache-stats", "cache-stats shop")
            .handledBy(this::statistics),
        Operation.named("explain_cache", ExplainCacheInput.class, ExplainCacheOutput.class)
            .title("Explain whether a result is kept")
            .description(
                "Says where the rows of a read-only statement would come from now, from memory or "
                    + "from the source, and why; never executes it.")
            .primary("sql")
            .examples("explain-cache \"SELECT count(*) FROM orders\" --source shop")
            .handledBy(this::explain),
        Operation.named("clear_cache", ClearCacheInput.class, ClearCacheOutput.class)
            .title("Forget kept results")
            .effect(OperationEffect.WRITE)
            .right(Right.ADMINISTER)
            .description(
                "Forgets the kept results of a source, or those that read one table, so that the "
                    + "source is asked next time. Needed only where a source cannot tell by itself "
                    + "that its data changed.")
            .primary("source")
            .examples("clear-cache shop", "clear-cache shop --table orders")
            .handledBy(this::clear),
        Operation.named("warm_cache", WarmCacheInput.class, WarmCacheOutput.class)
            .title("Run statements ahead")
            .description(
                "Runs read-only statements so that their results are kept for whoever may see the "
                    + "same rows, and says of each whether it is; a failure of one does not stop "
                    + "the others.")
            .examples(
                "warm-cache --source shop --queries '[{\"sql\": \"SELECT count(*) FROM orders\"}]'")
            .handledBy(this::warm));
  }

  private CacheStatsOutput statistics(CacheStatsInput input, Invocation invocation) {
    List<SourceStatistics> all = cache.statistics();
    List<CacheStatsOutput.OfSource> shown =
        all.stream()
            .filter(one -> input.source().map(one.source()::equals).orElse(true))
            .map(CachingFeature::shown)
            .toList();
    return new CacheStatsOutput(
        shown,
        all.stream().mapToLong(SourceStatistics::bytes).sum(),
        cache.settings().memory(),
        cache.settings().largest(),
        cache.settings().pins().memory(),
        pins.all().stream()
            .filter(pin -> input.source().map(pin.source()::equals).orElse(true))
            .toList(),
        others.entrySet().stream()
            .map(entry -> shown(entry.getKey(), entry.getValue().get()))
            .toList(),
        cache.shared().map(CachingFeature::shown));
  }

  private static CacheStatsOutput.Shared shown(SharedState state) {
    return new CacheStatsOutput.Shared(
        state.place(),
        state.answers(),
        Optional.of(state.why()).filter(why -> !state.answers() && !why.isEmpty()),
        state.hits(),
        state.misses(),
        state.written(),
        state.dropped(),
        state.refused(),
        state.failures(),
        state.uncleared());
  }

  private static CacheStatsOutput.OfKind shown(String kind, Reuse reuse) {
    return new CacheStatsOutput.OfKind(
        kind, reuse.hits(), reuse.misses(), rounded(reuse.hitRate()));
  }

  private static double rounded(double share) {
    return Math.round(1_000 * share) / 1_000.0;
  }

  private static CacheStatsOutput.OfSource shown(SourceStatistics one) {
    long all = one.counts().values().stream().mapToLong(Long::longValue).sum();
    long kept = all - one.of(State.MISS) - one.of(State.BYPASS);
    return new CacheStatsOutput.OfSource(
        one.source(),
        one.of(State.HIT),
        one.of(State.DERIVED),
        one.of(State.AGED),
        one.of(State.STALE),
        one.of(State.JOINED),
        one.of(State.MISS),
        one.of(State.BYPASS),
        all == 0 ? 0 : rounded((double) kept / all),
        one.results(),
        one.bytes());
  }

  private ExplainCacheOutput explain(ExplainCacheInput input, Invocation invocation) {
    return ExplainCacheOutput.of(
        queries.explainCache(request(input.source(), input.sql(), input.parameters(), invocation)));
  }

  private ClearCacheOutput clear(ClearCacheInput input, Invocation invocation) {
    // Fails where there is no such source, or none that the caller may see.
    queries.dialect(invocation.caller(), input.source());
    long cleared =
        input.table().isPresent()
            ? cache.clear(input.source(), input.table().get())
            : cache.clear(input.source());
    return new ClearCacheOutput(cleared, input.source());
  }

  private WarmCacheOutput warm(WarmCacheInput input, Invocation invocation) {
    if (input.queries().size() > MOST_WARMED) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`queries` has %d statements; at most %d are run in one call"
              .formatted(input.queries().size(), MOST_WARMED));
    }
    return new WarmCacheOutput(
        input.queries().stream()
            .map(
                statement ->
                    warm(
                        request(
                            input.source(), statement.sql(), statement.parameters(), invocation)))
            .toList());
  }

  private WarmCacheOutput.Warmed warm(QueryRequest request) {
    request.cancellation().check();
    long before = System.nanoTime();
    try {
      readAhead.read(request);
      CacheOutcome outcome = queries.explainCache(request);
      return new WarmCacheOutput.Warmed(
          outcome.isKept(),
          outcome.isKept() ? Optional.empty() : Optional.of(outcome.why()),
          since(before));
    } catch (AlidadeException failure) {
      request.cancellation().check();
      return new WarmCacheOutput.Warmed(false, Optional.of(failure.getMessage()), since(before));
    }
  }

  private static long since(long before) {
    return Duration.ofNanos(System.nanoTime() - before).toMillis();
  }

  private static QueryRequest request(
      String source, String sql, Optional<Object> parameters, Invocation invocation) {
    return new QueryRequest(
        invocation.caller(),
        source,
        sql,
        BoundValues.read(parameters),
        QueryLimits.INTERACTIVE,
        invocation.cancellation());
  }
}
