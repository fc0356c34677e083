package dev.alidade.redteam;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Tries corpora on an arena and counts what got past its policies. */
final class Campaign implements AutoCloseable {
  private static final int BATCH = 500;

  private final Supplier<Arena> arenas;
  private final long seed;
  private Arena arena;
  private String state;

  /**
   * What came of one corpus.
   *
   * @param answered how many statements were answered with rows
   */
  record Score(
      String corpus, int statements, int answered, List<Verdict.Leak> leaks, Duration took) {
    Score {
      leaks = List.copyOf(leaks);
    }
  }

  /** {@code arenas} makes a fresh one whenever a statement has changed the last. */
  Campaign(Supplier<Arena> arenas, long seed) {
    this.arenas = arenas;
    this.seed = seed;
    this.arena = arenas.get();
    this.state = arena.state();
  }

  Arena arena() {
    return arena;
  }

  Score run(Corpus corpus, int most) {
    long start = System.nanoTime();
    List<Verdict.Leak> leaks = new ArrayList<>();
    int answered = 0;
    int tried = 0;
    for (List<String> batch : batches(corpus, most)) {
      Judge judge = new Judge(arena);
      for (String sql : batch) {
        Verdict verdict = judge.judge(sql);
        verdict.leak().ifPresent(leaks::add);
        answered += verdict.outcome() instanceof Outcome.Rows ? 1 : 0;
      }
      tried += batch.size();
      leaks.addAll(changes(batch));
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new Score(corpus.name(), tried, answered, leaks, took);
  }

  private List<List<String>> batches(Corpus corpus, int most) {
    Set<String> distinct = new HashSet<>();
    List<List<String>> batches = new ArrayList<>();
    List<String> batch = new ArrayList<>();
    Stream<String> statements = corpus.statements(new Random(seed)).filter(distinct::add);
    for (String sql : (Iterable<String>) statements.limit(most)::iterator) {
      batch.add(sql);
      if (batch.size() == BATCH) {
        batches.add(List.copyOf(batch));
        batch.clear();
      }
    }
    batches.add(List.copyOf(batch));
    return batches;
  }

  /** The statements of a batch that changed something, found one by one where anything did. */
  private List<Verdict.Leak> changes(List<String> batch) {
    if (arena.state().equals(state)) {
      return List.of();
    }
    List<Verdict.Leak> leaks = new ArrayList<>();
    renew();
    for (String sql : batch) {
      Outcome outcome = arena.attempt(sql);
      if (!arena.state().equals(state)) {
        leaks.add(new Verdict.Leak(Verdict.Channel.CHANGE, sql, outcome.toString()));
        renew();
      }
    }
    if (leaks.isEmpty()) {
      leaks.add(new Verdict.Leak(Verdict.Channel.CHANGE, String.join("\n", batch), "together"));
    }
    return leaks;
  }

  private void renew() {
    arena.close();
    arena = arenas.get();
    state = arena.state();
  }

  @Override
  public void close() {
    arena.close();
  }
}
