package dev.alidade.redteam;

import dev.alidade.agreement.Targets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Tries hostile writes where somebody may change one table, and counts what got past that. */
final class WriteRaid implements AutoCloseable {
  private static final int BATCH = 250;

  private final String engine;
  private final Path folder;
  private final long seed;
  private WriteArena arena;
  private String others;

  WriteRaid(String engine, Path folder, long seed) {
    this.engine = engine;
    this.folder = folder;
    this.seed = seed;
    renew();
  }

  /** Whether sources of an engine can be written to at all. */
  static boolean isPossible(String engine, Path folder) {
    return Side.isWritable(Targets.named(engine, folder));
  }

  /** What came of all of it. */
  List<Campaign.Score> run(Surroundings around, List<Corpus> reads, int most) {
    List<Corpus> corpora = new ArrayList<>();
    corpora.add(new HostileWrites(around));
    corpora.add(new ReadsInWrites(reads));
    corpora.add(new Mutants(List.of(corpora.getFirst(), corpora.getFirst(), corpora.getLast())));
    return corpora.stream().map(corpus -> run(corpus, most)).toList();
  }

  private Campaign.Score run(Corpus corpus, int most) {
    long start = System.nanoTime();
    List<Verdict.Leak> leaks = new ArrayList<>();
    Set<String> distinct = new HashSet<>();
    List<String> batch = new ArrayList<>();
    int answered = 0;
    Stream<String> statements = corpus.statements(new Random(seed)).filter(distinct::add);
    for (String sql : (Iterable<String>) statements.limit(most)::iterator) {
      Verdict verdict = new WriteJudge(arena).judge(sql);
      verdict.leak().ifPresent(leaks::add);
      answered += verdict.outcome() instanceof Outcome.Rows ? 1 : 0;
      batch.add(sql);
      if (batch.size() == BATCH) {
        leaks.addAll(changes(batch));
        batch.clear();
      }
    }
    leaks.addAll(changes(batch));
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new Campaign.Score("writes: " + corpus.name(), distinct.size(), answered, leaks, took);
  }

  /** The writes of a batch that changed another table, found one by one where one did. */
  private List<Verdict.Leak> changes(List<String> batch) {
    if (arena.others().equals(others)) {
      return List.of();
    }
    List<Verdict.Leak> leaks = new ArrayList<>();
    renew();
    for (String sql : batch) {
      Outcome outcome = arena.governed().write(sql, true);
      if (!arena.others().equals(others)) {
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
    if (arena != null) {
      arena.close();
    }
    try {
      arena = new WriteArena(engine, Files.createTempDirectory(folder, "writes"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    others = arena.others();
  }

  @Override
  public void close() {
    arena.close();
  }
}
